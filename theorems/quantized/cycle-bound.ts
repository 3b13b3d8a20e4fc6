import { claim, descent, ex, integer, oneOf, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/cycle-bound', {
  says: 'Deterministic quantized training ends on a cycle; the steps before it and its period are at most the number of states.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'u² − v², |u|, |v| ≤ 8 grid steps of 1/4: 17² = 289 states. Every rounding, at the update and at the store.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/cycle-bound-all decides a finite domain, every point.',
  sizes: {
    rounding: oneOf('nearest-even', 'nearest-away', 'toward-zero', 'floor'),
    rounds: oneOf('update', 'store'),
  },
  reals: { u: integer(-8, 8), v: integer(-8, 8), x: real('[-2, 2]'), y: real('[-4, 4]'), eta: real('(0, 2]') },
  where: ({ u, v, x, y, eta, rounding, rounds }) => ({
    run: descent({
      start: { u: ex`${u}/4`, v: ex`${v}/4` },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q4.2', rounding: rounding as 'floor', rounds: rounds as 'store', bound: 8 }),
  }),
  conclude: ({ run }) => [that`${run.cycle.entered} + ${run.cycle.period} <= 289`, that`${run.cycle.period} >= 1`],
});
