import { claim, ex, implies, real, size, that, vector } from 'counterflow';

export default claim('quantized/rounded-weights', {
  says: 'Rounding the weights of a linear classifier to nearest keeps the label of x where |f(x)| > ‖x‖₁s/2.',
  status: 'theorem',
  notes: 'Weights w = q + s·e/2 with q on the grid of step s and |eᵢ| ≤ 1. Nothing saturates.',
  sizes: { d: size(1, 4) },
  reals: {
    q: vector('d', '[-8, 8]'),
    e: vector('d', '[-1, 1]'),
    x: vector('d', '[-4, 4]'),
    s: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ q, e, x, s }) => ({ f: ex`sum((${q} + ${s}*${e}/2)*${x})`, rounded: ex`sum(${q}*${x})` }),
  conclude: ({ f, rounded, x, s }) => [
    implies(that`${f} > norm1(${x})*${s}/2`, that`${rounded} > 0`),
    implies(that`${f} < -norm1(${x})*${s}/2`, that`${rounded} < 0`),
  ],
});
