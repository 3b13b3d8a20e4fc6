import { claim, ex, real, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/kkt-optimal', {
  says: 'Depth 2, one sample z > 0: every KKT point of weight decay under the margin constraint has least ℓ1 norm.',
  status: 'refuted',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes:
    'The point u = v = (z₁^{−1/2}, 0) has margin 1 and satisfies u = h∘v, v = h∘u with h = z/z₁; the least norm is 1/max z.',
  reals: { z1: real('[1/4, 2]'), z2: real('[1/4, 2]'), w1: real('[0, 4]'), w2: real('[0, 4]') },
  where: ({ z1, z2, w1, w2 }) => ({ norm: ex`1/${z1}`, margin: ex`${z1}*${w1} + ${z2}*${w2}` }),
  assume: ({ margin }) => that`${margin} >= 1`,
  conclude: ({ norm, w1, w2 }) => that`${norm} <= ${w1} + ${w2}`,
});
