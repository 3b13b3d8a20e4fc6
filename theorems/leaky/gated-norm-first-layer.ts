import { that } from 'counterflow';
import norm from './gated-norm.ts';

export default norm.variant('leaky/gated-norm-first-layer', {
  says: 'Gated linear network: ½(a² + ‖w‖²) ≥ ‖w‖.',
  status: 'refuted',
  conclude: ({ a, lengths }) => that`(${a}^2 + ${lengths}^2)/2 >= ${lengths}`,
});
