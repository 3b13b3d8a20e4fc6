import { by, claim, ex, implies, real, size, that, vector } from 'counterflow';
import { bounded, productWithin } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/rounded-weights', {
  says: 'Rounding the weights of a linear classifier to nearest keeps the label of x where |f(x)| > ‖x‖₁s/2.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
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
  derivation: ({ e, x, s }) => [
    bounded(x),
    productWithin(x, ex`abs(${x})`, e, ex`1`),
    by.positive(that`${s}/2*sum(abs(${x})*1 - ${x}*${e}) >= 0`),
    by.positive(that`${s}/2*sum(abs(${x})*1 + ${x}*${e}) >= 0`),
  ],
});
