import { claim, ex, matrix, product, size, sum, that } from 'counterflow';
import { mulayoff2020 } from '../_papers.ts';

export default claim('sharpness/depth-minimum', {
  says: 'Depth L: among all factorisations of w, Σ_l ∏_{k≠l} w_k² ≥ L|w|^{2−2/L}, the least sharpness per coordinate.',
  status: 'theorem',
  source: { ...mulayoff2020, where: 'its flat minima; the diagonal form is ours' },
  notes:
    'Untied layers w = w₁∘…∘w_L (rows of W); at an interpolator the sharpness is λ_max(X diag(left side) Xᵀ)/n. Equality iff balanced. A tied w = u^L has L² instead of L.',
  sizes: { L: size(2, 4), d: size(1, 2) },
  reals: { W: matrix('L', 'd', '[-2, 2]') },
  where: ({ L, W }) => {
    const layers = [...Array(L).keys()];
    const without = (l: number) =>
      product(
        layers.filter((k) => k !== l),
        (k) => ex`${W.row(k)}^2`,
      );
    return { w: product(L, (l) => W.row(l)), D: sum(L, without) };
  },
  conclude: ({ L, w, D }) => that`${D} >= ${L}*abs(${w})^(2 - 2/${L})`,
});
