import { and, claim, descent, ex, implies, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/stalled-gradient', {
  says: 'Where training to nearest even stands still inside the box, the gradient is at most s/(2η) in every coordinate.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'Grid step s = 1/4 (q6.2), rounded at the update, u² − v², loss ½(x(u² − v²) − y)². No state of the start is at the ends ±32 of the box.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/stalled-gradient-all decides a finite domain, every point.',
  reals: { u: integer(-12, 12), v: integer(-12, 12), x: real('[-2, 2]'), y: real('[-4, 4]'), eta: real('[1/64, 1]') },
  where: ({ u, v, x, y, eta }) => ({
    run: descent({
      start: { u: ex`${u}/4`, v: ex`${v}/4` },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q6.2', rounding: 'nearest-even', rounds: 'update' }),
    slope: ex`${x}*(${x}*(${u}^2 - ${v}^2)/16 - ${y})/2`,
  }),
  conclude: ({ run, u, v, slope, eta }) =>
    implies(
      and(that`${run.at(1).u} = ${u}/4`, that`${run.at(1).v} = ${v}/4`),
      and(that`abs(${slope}*${u}) <= 1/(8*${eta})`, that`abs(${slope}*${v}) <= 1/(8*${eta})`),
    ),
});
