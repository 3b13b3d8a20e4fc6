import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/deviation-linear-saturating', {
  says: 'The bound on the deviation also holds where weights saturate.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Grid step 1, |w| ≤ 4: the exact run leaves the box and comes back.',
  reals: { w: integer(-4, 4), c: real('[-4, 4]'), h: real('[1/8, 15/8]') },
  where: ({ w, c, h }) => {
    const run = descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta: h });
    return { run, rounded: run.quantized({ format: 'q5.0', rounding: 'nearest-even', rounds: 'update', bound: 4 }) };
  },
  conclude: ({ run, rounded }) => that`abs(${rounded.at(1).w} - ${run.at(1).w}) <= 1/2`,
});
