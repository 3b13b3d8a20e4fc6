import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/dead-start', {
  says: 'Started too small, quantized training never moves, so it never reaches loss 0.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'w = u² − v² from u = v = k grid steps, one sample, loss ½(xw − y)², q4.8, nearest even, rounded at the update.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/dead-start-all decides a finite domain, every point.',
  reals: { x: real('[1/4, 2]'), y: real('[1/4, 2]'), k: integer(1, 256), eta: real('(0, 1/4]') },
  where: ({ x, y, k, eta }) => ({
    run: descent({
      start: { u: ex`${k}/256`, v: ex`${k}/256` },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q4.8', rounding: 'nearest-even', rounds: 'update' }),
  }),
  assume: ({ x, y, k, eta }) => that`2*${eta}*${k}*${x}*${y} <= 1/2`,
  conclude: ({ run }) => [
    run.always(({ u, next }) => that`${next.u} = ${u}`),
    run.never(({ loss }) => that`${loss} = 0`),
  ],
});
