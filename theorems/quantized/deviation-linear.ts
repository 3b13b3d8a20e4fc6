import { claim, descent, ex, integer, oneOf, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/deviation-linear', {
  says: 'Linear descent rounded to nearest stays within (s/2)(1 − qᵗ)/(1 − q) of the exact run, q = |1 − ηh| < 1, and its cycle within s/(2(1 − q)) of the minimiser.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Grid step s = 1, t = 3, nothing saturates; nearest even and nearest away, at the update or at the store.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/deviation-linear-all decides a finite domain, every point.',
  sizes: { rounding: oneOf('nearest-even', 'nearest-away'), rounds: oneOf('update', 'store') },
  reals: { w: integer(-40, 40), c: real('[-40, 40]'), h: real('[1/8, 15/8]') },
  where: ({ w, c, h, rounding, rounds }) => {
    const run = descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta: h });
    return {
      run,
      rounded: run.quantized({ format: 'q20.0', rounding: rounding as 'nearest-even', rounds: rounds as 'store' }),
      q: ex`abs(1 - ${h})`,
    };
  },
  conclude: ({ run, rounded, q, c }) => [
    that`abs(${rounded.at(3).w} - ${run.at(3).w}) <= (1 + ${q} + ${q}^2)/2`,
    rounded.cycle.always(({ w }) => that`abs(${w} - ${c}) <= 1/(2*(1 - ${q}))`),
  ],
});
