import { claim, ex, flow, matrix, product, size, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/smoothed-margin-logistic', {
  says: 'Depth K, logistic loss L < ln 2: −ln(e^L − 1)/‖θ‖^K never falls along gradient flow.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'L = Σ ln(1 + exp(−z_i·w)), w = w₁∘…∘w_K, layers are the rows of W. The rate at an arbitrary state.',
  unproved: '(1 + M) ln(1 + M) ≥ M in each sample is not derived in the kernel yet.',
  sizes: { K: size(1, 2), n: size(2, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), W: matrix('K', 'd', '[-2, 2]') },
  where: ({ K, Z, W }) => {
    const start = flow({
      start: { W },
      observe: ({ W }) => {
        const L = ex`sum(ln(1 + exp(-${Z}*${product(K, (l) => W.row(l))})))`;
        const power = ex`norm(${W})^${K}`;
        return { L, margin: ex`-ln(exp(${L}) - 1)/${power}`, plain: ex`-ln(${L})/${power}` };
      },
      loss: ({ L }) => L,
    }).at(0);
    return { L: start.L, rate: start.rate.margin, plainRate: start.rate.plain };
  },
  assume: ({ L }) => that`${L} < ln(2)`,
  conclude: ({ rate }) => that`${rate} >= 0`,
});
