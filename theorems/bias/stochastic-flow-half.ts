import { claim, evolve, ex, matrix, real, size, that, vector } from 'counterflow';
import { pesme2021 } from '../_papers.ts';

export default claim('bias/stochastic-flow-half', {
  says: 'The same with pq = α² exp(−2γc∫L): the exponent of α itself in place of that of α².',
  status: 'refuted',
  source: { ...pesme2021, where: 'its stochastic gradient flow, along one path' },
  notes: 'L = ‖Xw − y‖²/(4n), c = diag(XᵀX)/n. A signal b that stands still for a moment; by the rate at the start.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
    gamma: real('(0, 1]'),
    b: vector('n', '[-1, 1]'),
  },
  where: ({ n, X, y, alpha, gamma, b }) => {
    const c = ex`diag(${X}'*${X})/${n}`;
    const start = evolve({
      start: { p: alpha, q: alpha },
      observe: ({ p, q }) => {
        const r = ex`${X}*(${p}^2 - ${q}^2) - ${y}`;
        return { r, product: ex`${p}*${q}`, L: ex`sum(${r}^2)/(4*${n})` };
      },
      field: ({ p, q, r, L }) => ({
        p: ex`-(${X}'*(${r}/${n} + ${b}))*${p} - 2*${gamma}*${c}*${L}*${p}`,
        q: ex`(${X}'*(${r}/${n} + ${b}))*${q} - 2*${gamma}*${c}*${L}*${q}`,
      }),
    }).at(0);
    return { c, L: start.L, rate: start.rate.product };
  },
  conclude: ({ alpha, gamma, c, L, rate }) => that`${rate} = -2*${gamma}*${c}*${L}*${alpha}^2`,
});
