import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/grid-optimum-reached', {
  says: 'Where a zero of the loss is on the grid and the step size is small, quantized training reaches it.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Loss ½(u² − v² − 1/2)², grid step 1/16; (3/4, 1/4) has loss 0. Exact descent converges from these starts.',
  reals: { u: integer(1, 16), v: integer(1, 16), eta: real('[1/64, 1/8]') },
  where: ({ u, v, eta }) => ({
    run: descent({
      start: { u: ex`${u}/16`, v: ex`${v}/16` },
      loss: ({ u, v }) => ex`(${u}^2 - ${v}^2 - 1/2)^2/2`,
      eta,
    }).quantized({ format: 'q4.4', rounding: 'nearest-even', rounds: 'update' }),
  }),
  conclude: ({ run }) => run.reaches(({ loss }) => that`${loss} = 0`),
});
