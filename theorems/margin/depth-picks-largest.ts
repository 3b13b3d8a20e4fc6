import { that } from 'counterflow';
import picks from './depth-picks-coordinate.ts';

export default picks.variant('margin/depth-picks-largest', {
  says: 'L ≥ 3 layers, one sample: the weight of the larger x_i is the larger one once the margin is at least 100.',
  status: 'refuted',
  notes:
    'Exponential loss, untied layers from α, w_i = u_i^L with u_i^{2−L} = α_i^{2−L} − (L−2)x_iν. It is the initialization that decides; with two layers it would be true in the limit.',
  assume: ({ x1, x2, first, second, w1, w2 }) => [
    that`${first} > 0`,
    that`${second} > 0`,
    that`${x1} > ${x2}`,
    that`${x1}*${w1} + ${x2}*${w2} >= 100`,
  ],
  conclude: ({ w1, w2 }) => that`${w1} >= ${w2}`,
});
