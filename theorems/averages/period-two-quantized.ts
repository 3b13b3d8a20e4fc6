import { claim, descent, ex, integer, size, that } from 'counterflow';
import { chandramoorthy2022 } from '../_papers.ts';

export default claim('averages/period-two-quantized', {
  says: 'In fixed point with 4 to 12 bits GD on ½(x² − 1)², η = 28/25, has the real time average of x², (1 + 1/η)/2, up to half a grid step.',
  status: 'refuted',
  source: { ...chandramoorthy2022, where: 'time averages in place of limits; this example is ours' },
  notes:
    'x ↦ x − η(x² − 1)x, rounded to nearest at every step. The grid keeps the unstable minimum x = 1, and with 4 bits there is a second cycle, {15/16, 17/16}.',
  sizes: { f: size(4, 12) },
  reals: { k: integer(1, 4096) },
  where: ({ f, k }) => ({
    x0: ex`${k}/${2 ** f}`,
    run: descent({
      start: { x: ex`${k}/${2 ** f}` },
      loss: ({ x }) => ex`(${x}^2 - 1)^2/4`,
      eta: ex`28/25`,
    }).quantized({ format: `q4.${f}`, rounding: 'nearest-even', rounds: 'store' }),
  }),
  assume: ({ x0 }) => that`1/2 <= ${x0} <= 5/4`,
  conclude: ({ f, run }) =>
    run.cycle.always(({ x, next }) => that`abs((${x}^2 + ${next.x}^2)/2 - (1 + 25/28)/2) <= 1/${2 ** (f + 1)}`),
});
