import { claim, ex, flow, matrix, product, size, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/smoothed-margin', {
  says: 'Depth K, exponential loss L < 1: the smoothed margin −ln L/‖θ‖^K never falls along gradient flow.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'L = Σ exp(−z_i·w), w = w₁∘…∘w_K, layers are the rows of W. The rate of its logarithm at an arbitrary state.',
  sizes: { K: size(1, 3), n: size(2, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), W: matrix('K', 'd', '[-2, 2]') },
  where: ({ K, Z, W }) => {
    const start = flow({
      start: { W },
      observe: ({ W }) => {
        const L = ex`sum(exp(-${Z}*${product(K, (l) => W.row(l))}))`;
        const size2 = ex`norm(${W})^2`;
        return { L, logMargin: ex`ln(-ln(${L})) - ${K}/2*ln(${size2})`, margin: ex`-ln(${L})/${size2}^(${K}/2)` };
      },
      loss: ({ L }) => L,
    }).at(0);
    return { L: start.L, rate: start.rate.logMargin, marginRate: start.rate.margin };
  },
  assume: ({ L }) => that`${L} < 1`,
  conclude: ({ rate }) => that`${rate} >= 0`,
});
