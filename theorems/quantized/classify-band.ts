import { and, by, claim, ex, implies, real, size, that, vector } from 'counterflow';
import { bounded, productWithin, within } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/classify-band', {
  says: 'Rounding the inputs of a linear classifier to nearest moves its output by at most ‖w‖₁s/2; outside that band the label stays.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized classification; these exact statements are ours' },
  notes: 'Input x = q + r with q on the grid of step s and |rᵢ| ≤ s/2; r = s·e/2.',
  sizes: { d: size(1, 4) },
  reals: {
    w: vector('d', '[-4, 4]'),
    q: vector('d', '[-8, 8]'),
    e: vector('d', '[-1, 1]'),
    s: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ w, q, e, s }) => ({
    f: ex`sum(${w}*(${q} + ${s}*${e}/2))`,
    rounded: ex`sum(${w}*${q})`,
    band: ex`norm1(${w})*${s}/2`,
  }),
  conclude: ({ f, rounded, band }) =>
    and(that`abs(${f} - ${rounded}) <= ${band}`, implies(that`${f} > ${band}`, that`${rounded} > 0`)),
  derivation: ({ w, e, s, f, rounded, band }) => [
    bounded(w),
    productWithin(w, ex`abs(${w})`, e, ex`1`),
    by.positive(that`${s}/2*sum(abs(${w})*1 - ${w}*${e}) >= 0`),
    by.positive(that`${s}/2*sum(abs(${w})*1 + ${w}*${e}) >= 0`),
    by.rewrite(that`${band} - (${f} - ${rounded}) = ${s}/2*sum(abs(${w})*1 - ${w}*${e})`),
    by.rewrite(that`${band} + (${f} - ${rounded}) = ${s}/2*sum(abs(${w})*1 + ${w}*${e})`),
    within(ex`${f} - ${rounded}`, band),
  ],
});
