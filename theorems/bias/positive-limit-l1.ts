import { claim, ex, matrix, real, size, that, vector } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('bias/positive-limit-l1', {
  says: 'The limit x of the flow on a positive product of two layers at α: ‖x‖₁/‖z‖₁ ≤ 1 + ln d/ln(‖z‖₁/(dα²)) for every z ≥ 0 with Az = y.',
  status: 'theorem',
  source: { ...chou2021, where: 'its ℓ1 bias; this form without thresholds is ours' },
  notes: 'The limit is x = α² exp(Aᵀλ), so λ is free and y = Ax; A annihilates a, z = x + sa ≥ 0, ‖z‖₁ > dα².',
  sizes: { n: size(1, 2), d: size(2, 4) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-20, 20]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ M, a, s, lambda, alpha }) => {
    const A = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const x = ex`${alpha}^2*exp(${A}'*${lambda})`;
    return { x, z: ex`${x} + ${s}*${a}` };
  },
  assume: ({ d, a, z, alpha }) => [that`sum(${a}^2) > 0`, that`min(${z}) >= 0`, that`sum(${z}) > ${d}*${alpha}^2`],
  conclude: ({ d, x, z, alpha }) => {
    const gain = ex`ln(sum(${z})/(${d}*${alpha}^2))`;
    return that`sum(${x})*${gain} <= sum(${z})*(${gain} + ln(${d}))`;
  },
});
