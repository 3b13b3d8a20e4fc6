import { claim, descent, ex, iff, integer, oneOf, that } from 'counterflow';

export default claim('quantized/dead-start-grid', {
  says: 'With data on a grid: the start u = v = k grid steps never moves exactly when 2ηk|xy| ≤ 1/2 (nearest even) or < 1 (toward zero). Every case decided, for all time.',
  status: 'theorem',
  notes: 'q4.4, rounded at the update, loss ½(x(u² − v²) − y)², x and y multiples of 1/2, η = e/8.',
  sizes: { rounding: oneOf('nearest-even', 'toward-zero') },
  reals: { x2: integer(1, 4), y2: integer(-4, 4), k: integer(1, 10), e: integer(1, 4) },
  where: ({ x2, y2, k, e, rounding }) => ({
    run: descent({
      start: { u: ex`${k}/16`, v: ex`${k}/16` },
      loss: ({ u, v }) => ex`(${x2}/2*(${u}^2 - ${v}^2) - ${y2}/2)^2/2`,
      eta: ex`${e}/8`,
    }).quantized({ format: 'q4.4', rounding: rounding as 'nearest-even' | 'toward-zero', rounds: 'update' }),
  }),
  conclude: ({ run, x2, y2, k, e, rounding }) => {
    const moved = ex`${e}/4*${k}*abs(${x2}*${y2})/4`;
    return iff(
      run.always(({ u, v, next }) => that`${next.u} + 0*${v} = ${u}`),
      rounding === 'nearest-even' ? that`${moved} <= 1/2` : that`${moved} < 1`,
    );
  },
});
