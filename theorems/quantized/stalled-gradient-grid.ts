import { and, claim, descent, ex, implies, integer, sign, that } from 'counterflow';

export default claim('quantized/stalled-gradient-grid', {
  says: 'With data on a grid: where training to nearest even stands still, the gradient is at most s/(2η) in every coordinate. Every case decided.',
  status: 'theorem',
  notes: 'Grid step s = 1/4 (q6.2), rounded at the update, u² − v², loss ½(x(u² − v²) − y)², x = ±1, η = e/8.',
  reals: { u: integer(-4, 4), v: integer(-4, 4), x: sign(), y: integer(-2, 2), e: integer(1, 4) },
  where: ({ u, v, x, y, e }) => ({
    run: descent({
      start: { u: ex`${u}/4`, v: ex`${v}/4` },
      loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
      eta: ex`${e}/8`,
    }).quantized({ format: 'q6.2', rounding: 'nearest-even', rounds: 'update' }),
    slope: ex`${x}*(${x}*(${u}^2 - ${v}^2)/16 - ${y})/2`,
  }),
  conclude: ({ run, u, v, slope, e }) =>
    implies(
      and(that`${run.at(1).u} = ${u}/4`, that`${run.at(1).v} = ${v}/4`),
      and(that`abs(${slope}*${u}) <= 1/${e}`, that`abs(${slope}*${v}) <= 1/${e}`),
    ),
});
