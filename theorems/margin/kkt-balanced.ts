import { claim, each, ex, matrix, product, sign, size, that, vector } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/kkt-balanced', {
  says: 'Balanced layers with the dual h = sign(w)|w|^{2/L−1} are KKT points of weight decay under margin constraints.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes:
    'w = w₁∘…∘w_L, layers are the rows of S scaled by r > 0; KKT: w_l = h∘∏_{k≠l} w_k with h = Zᵀα. So at depth L the ℓ_{2/L} problem has the same stationary points.',
  sizes: { L: size(2, 4), d: size(1, 2) },
  reals: { S: matrix('L', 'd', sign()), r: vector('d', '(0, 2]') },
  where: ({ L, S, r }) => {
    const layer = (l: number) => ex`${S.row(l)}*${r}`;
    const others = (l: number) =>
      product(
        [...Array(L).keys()].filter((k) => k !== l),
        layer,
      );
    const w = product(L, layer);
    return { layer, others, w, h: ex`${w}/abs(${w})*abs(${w})^(2/${L} - 1)` };
  },
  conclude: ({ L, layer, others, w, h }) => [
    each(L, (l) => that`${layer(l)} = ${h}*${others(l)}`),
    that`${w}*${h} = abs(${w})^(2/${L})`,
  ],
});
