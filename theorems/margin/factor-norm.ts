import { claim, matrix, product, size, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/factor-norm', {
  says: 'Σ ‖w_l‖² ≥ L Σ_j |w_j|^{2/L} over all factorisations w = w₁∘…∘w_L: weight decay at depth L is an ℓ_{2/L} penalty.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'Layers are the rows of W; equality iff they agree in absolute value.',
  sizes: { L: size(1, 4), d: size(1, 3) },
  reals: { W: matrix('L', 'd', '[-2, 2]') },
  where: ({ L, W }) => ({ w: product(L, (l) => W.row(l)) }),
  conclude: ({ L, W, w }) => that`norm(${W})^2 >= ${L}*sum(abs(${w})^(2/${L}))`,
});
