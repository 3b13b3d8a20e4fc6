import { claim, type Expr, ex, matrix, real, size, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

export default claim('bias/flow-limit-l1', {
  says: 'The limit w of the flow on u² − v² from u = v = α against every interpolator z: d·q(‖w‖₁/(dα²)) ≤ q(‖z‖₁/α²).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; the bound without hidden constants is ours' },
  notes:
    'No solver is needed: the limit is the one interpolator of the form w = 2α² sinh(Xᵀλ), so λ is free and y = Xw. X annihilates a, so z = w + sa are interpolators. q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  sizes: { n: size(1, 2), d: size(2, 4) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-20, 20]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ d, M, a, s, lambda, alpha }) => {
    const X = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const w = ex`2*${alpha}^2*sinh(${X}'*${lambda})`;
    const z = ex`${w} + ${s}*${a}`;
    return {
      X,
      w,
      z,
      left: ex`${d}*${q}(norm1(${w})/(${d}*${alpha}^2))`,
      right: ex`${q}(norm1(${z})/${alpha}^2)`,
    };
  },
  assume: ({ a }) => that`sum(${a}^2) > 0`,
  conclude: ({ left, right }) => that`${left} <= ${right}`,
});
