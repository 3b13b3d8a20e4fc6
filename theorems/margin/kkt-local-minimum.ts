import { claim, ex, real, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/kkt-local-minimum', {
  says: 'Depth 3, one sample (1, r): the KKT point of weight decay with both weights positive is a local minimum of Σ|w|^{2/3}.',
  status: 'refuted',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes:
    'KKT at depth 3: w_j^{−1/3} = αz_j, margin w₁ + rw₂ = 1, so w = (r²/(1 + r²), 1/(r(1 + r²))). Compared with the neighbour that has a share e less of w₂ and the same margin: Σ|w|^{2/3} is concave on the orthant.',
  reals: { r: real('[1/4, 4]'), e: real('(0, 1/5]') },
  where: ({ r, e }) => {
    const [w1, w2] = [ex`${r}^2/(1 + ${r}^2)`, ex`1/(${r}*(1 + ${r}^2))`];
    const size = (a: typeof r, b: typeof r) => ex`${a}^(2/3) + ${b}^(2/3)`;
    const [near1, near2] = [ex`${w1} + ${r}*${w2}*${e}`, ex`${w2}*(1 - ${e})`];
    return { w1, w2, near1, near2, here: size(w1, w2), near: size(near1, near2) };
  },
  conclude: ({ here, near }) => that`${here} <= ${near}`,
});
