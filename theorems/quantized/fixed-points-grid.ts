import { and, claim, descent, ex, iff, integer, oneOf, sign, that } from 'counterflow';

export default claim('quantized/fixed-points-grid', {
  says: 'With data on a grid: a state is fixed exactly when every update is at most half a grid step (nearest even), or less than one (toward zero). Every case decided.',
  status: 'theorem',
  notes: 'u² − v², one sample x = ±1, loss ½(x(u² − v²) − y)², grid step 1 (q9.0), η = e/16, rounded at the update.',
  sizes: { rounding: oneOf('nearest-even', 'toward-zero') },
  reals: { u: integer(-2, 2), v: integer(-2, 2), x: sign(), y: integer(-3, 3), e: integer(1, 4) },
  where: ({ u, v, x, y, e, rounding }) => ({
    run: descent({
      start: { u, v },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta: ex`${e}/16`,
    }).quantized({ format: 'q9.0', rounding: rounding as 'nearest-even' | 'toward-zero', rounds: 'update' }),
    slope: ex`${e}/8*${x}*(${x}*(${u}^2 - ${v}^2) - ${y})`,
  }),
  conclude: ({ run, u, v, slope, rounding }) => {
    const small = (z: typeof u) =>
      rounding === 'nearest-even' ? that`abs(${slope}*${z}) <= 1/2` : that`abs(${slope}*${z}) < 1`;
    return iff(and(that`${run.at(1).u} = ${u}`, that`${run.at(1).v} = ${v}`), and(small(u), small(v)));
  },
});
