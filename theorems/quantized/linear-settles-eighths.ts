import { claim, descent, ex, integer } from 'counterflow';

export default claim('quantized/linear-settles-eighths', {
  says: 'With data on a grid: linear descent on one weight, ηh a multiple of 1/8 up to 1, rounded to nearest even, comes to rest. Every case decided.',
  status: 'theorem',
  notes: 'w ← w − R(h(w − c)), grid step 1, h = k/8 stands for ηh, c a multiple of 1/2.',
  reals: { w: integer(-9, 9), c2: integer(-8, 8), k: integer(1, 8) },
  where: ({ w, c2, k }) => ({
    run: descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c2}/2)^2/2`, eta: ex`${k}/8` }).quantized({
      format: 'q9.0',
      rounding: 'nearest-even',
      rounds: 'update',
    }),
  }),
  conclude: ({ run }) => run.settles(),
});
