import { that } from 'counterflow';
import factors from './nuclear-factors.ts';

export default factors.variant('norms/nuclear-factors-2', {
  says: 'The same with 2‖AB‖_*.',
  status: 'refuted',
  conclude: ({ size, nuclear2 }) => that`${size}^2 >= 4*${nuclear2}`,
});
