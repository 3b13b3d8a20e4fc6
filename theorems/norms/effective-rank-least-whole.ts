import { that } from 'counterflow';
import least from './effective-rank-least.ts';

export default least.variant('norms/effective-rank-least-whole', {
  says: 'The same without the factor 1 − δ.',
  status: 'refuted',
  conclude: ({ rank, all, largest }) => that`${rank}*(${largest}) >= ${all}`,
});
