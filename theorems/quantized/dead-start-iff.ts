import { claim, descent, ex, iff, integer, oneOf, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/dead-start-iff', {
  says: 'The start u = v = k grid steps never moves exactly when 2ηk|xy| ≤ 1/2 (nearest even) or < 1 (toward zero).',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'q4.4, rounded at the update, loss ½(x(u² − v²) − y)². Below the scale 1/(4η|xy|) training never starts.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/dead-start-iff-all decides a finite domain, every point.',
  sizes: { rounding: oneOf('nearest-even', 'toward-zero') },
  reals: { x: real('[1/4, 2]'), y: real('[-2, 2]'), k: integer(1, 40), eta: real('[1/16, 1/2]') },
  where: ({ x, y, k, eta, rounding }) => ({
    run: descent({
      start: { u: ex`${k}/16`, v: ex`${k}/16` },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q4.4', rounding: rounding as 'nearest-even' | 'toward-zero', rounds: 'update' }),
  }),
  conclude: ({ run, x, y, k, eta, rounding }) => {
    const moved = ex`2*${eta}*${k}*abs(${x}*${y})`;
    return iff(
      run.always(({ u, v, next }) => that`${next.u} + 0*${v} = ${u}`),
      rounding === 'nearest-even' ? that`${moved} <= 1/2` : that`${moved} < 1`,
    );
  },
});
