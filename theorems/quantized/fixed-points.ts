import { and, claim, descent, ex, iff, integer, oneOf, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/fixed-points', {
  says: 'A state inside the box is fixed exactly when every update is at most half a grid step (nearest even), or less than one (toward zero).',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'u² − v², one sample, loss ½(x(u² − v²) − y)², grid step 1 (q9.0), rounded at the update.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/fixed-points-all decides a finite domain, every point.',
  sizes: { rounding: oneOf('nearest-even', 'toward-zero') },
  reals: { u: integer(-8, 8), v: integer(-8, 8), x: real('[-1, 1]'), y: real('[-4, 4]'), eta: real('(0, 1/4]') },
  where: ({ u, v, x, y, eta, rounding }) => ({
    run: descent({
      start: { u, v },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q9.0', rounding: rounding as 'nearest-even' | 'toward-zero', rounds: 'update' }),
    slope: ex`2*${eta}*${x}*(${x}*(${u}^2 - ${v}^2) - ${y})`,
  }),
  conclude: ({ run, u, v, slope, rounding }) => {
    const small = (z: typeof u) =>
      rounding === 'nearest-even' ? that`abs(${slope}*${z}) <= 1/2` : that`abs(${slope}*${z}) < 1`;
    return iff(and(that`${run.at(1).u} = ${u}`, that`${run.at(1).v} = ${v}`), and(small(u), small(v)));
  },
});
