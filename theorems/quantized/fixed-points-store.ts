import { and, claim, descent, ex, iff, integer, or, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/fixed-points-store', {
  says: 'Rounded to nearest even at the store, a weight stays exactly when its update is less than half a grid step, or half of one at an even weight.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'One linear weight w = 2j + b, b ∈ {0, 1}, grid step 1, loss ½(w − c)². Rounded at the update, parity has no say.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/fixed-points-store-all decides a finite domain, every point.',
  reals: { j: integer(-8, 8), b: integer(0, 1), c: real('[-20, 20]'), eta: real('(0, 1]') },
  where: ({ j, b, c, eta }) => ({
    w: ex`2*${j} + ${b}`,
    run: descent({ start: { w: ex`2*${j} + ${b}` }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta }).quantized({
      format: 'q9.0',
      rounding: 'nearest-even',
      rounds: 'store',
    }),
  }),
  conclude: ({ run, w, b, c, eta }) => {
    const update = ex`abs(${eta}*(${w} - ${c}))`;
    return iff(that`${run.at(1).w} = ${w}`, or(that`${update} < 1/2`, and(that`${update} = 1/2`, that`${b} = 0`)));
  },
});
