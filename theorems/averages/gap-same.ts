import { that } from 'counterflow';
import gap from './gap-halves.ts';

export default gap.variant('averages/gap-same', {
  says: 'The expected generalization gap of the time average is σ²/n in the 2-cycle, as at convergence.',
  status: 'refuted',
  conclude: ({ n, sigma, oscillating }) => that`${oscillating} = ${sigma}^2/${n}`,
});
