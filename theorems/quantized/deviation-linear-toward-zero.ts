import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/deviation-linear-toward-zero', {
  says: 'The bound (s/2)(1 − qᵗ)/(1 − q) on the deviation also holds for rounding toward zero.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'It holds with s in place of s/2: rounding toward zero leaves weights where they are up to a whole grid step.',
  reals: { w: integer(-40, 40), c: real('[-40, 40]'), h: real('[1/8, 15/8]') },
  where: ({ w, c, h }) => {
    const run = descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta: h });
    const rounded = run.quantized({ format: 'q20.0', rounding: 'toward-zero', rounds: 'update' });
    return { run, rounded, q: ex`abs(1 - ${h})` };
  },
  conclude: ({ run, rounded, q }) => that`abs(${rounded.at(3).w} - ${run.at(3).w}) <= (1 + ${q} + ${q}^2)/2`,
});
