import { claim, ex, matrix, real, size, that, vector } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('bias/positive-deep-limit-l1', {
  says: 'L ≥ 3 positive layers at α: ‖x‖₁ − ‖z‖₁ ≤ (L/2)α^{L−2}[d^{1−2/L}‖x‖₁^{2/L} − ‖z‖₁^{2/L}] for the flow limit x and every z ≥ 0 with Az = y.',
  status: 'theorem',
  source: { ...chou2021, where: 'its ℓ1 bias at greater depth; this form is ours' },
  notes: 'The limit is x = α^L(1 − Aᵀλ)^{−L/(L−2)} with Aᵀλ < 1, so λ is free and y = Ax; A annihilates a, z = x + sa.',
  unproved: "Hölder's inequality with powers 2/L of sums is not derived in the kernel yet.",
  sizes: { L: size(3, 5), n: size(1, 2), d: size(2, 3) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-4, 4]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ L, M, a, s, lambda, alpha }) => {
    const A = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const dual = ex`${A}'*${lambda}`;
    const x = ex`${alpha}^${L}*(1 - ${dual})^(-${L}/(${L} - 2))`;
    return { dual, x, z: ex`${x} + ${s}*${a}` };
  },
  assume: ({ a, dual, z }) => [that`sum(${a}^2) > 0`, that`max(${dual}) < 1`, that`min(${z}) >= 0`],
  conclude: ({ L, d, alpha, x, z }) =>
    that`sum(${x}) - sum(${z}) <= ${L}/2*${alpha}^(${L} - 2)*(${d}^(1 - 2/${L})*sum(${x})^(2/${L}) - sum(${z})^(2/${L}))`,
});
