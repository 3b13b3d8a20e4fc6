import { claim, descent, ex, integer, real } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/linear-settles', {
  says: 'Linear descent on one weight with 0 < ηh ≤ 1, updates rounded to nearest even, comes to rest: there are no cycles.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'w ← w − R(h(w − c)), grid step 1; h stands for ηh. The step is monotone in w for h < 1.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/linear-settles-all decides a finite domain, every point.',
  reals: { w: integer(-100, 100), c: real('[-40, 40]'), h: real('(0, 1]') },
  where: ({ w, c, h }) => ({
    run: descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta: h }).quantized({
      format: 'q9.0',
      rounding: 'nearest-even',
      rounds: 'update',
    }),
  }),
  conclude: ({ run }) => run.settles(),
});
