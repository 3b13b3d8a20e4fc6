import { size, that } from 'counterflow';
import quasi from './quasi-norm.ts';

export default quasi.variant('norms/quasi-norm-euclidean', {
  says: 'A scale-invariant loss on L ≥ 2 balanced layers: gradient flow conserves ‖w‖₂, as it does for one layer.',
  status: 'refuted',
  sizes: { L: size(2, 4) },
  conclude: ({ start }) => that`${start.rate.plain} = 0`,
});
