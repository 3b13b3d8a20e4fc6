import { claim, descent, ex, implies, integer, that } from 'counterflow';

export default claim('bench/lands-on-tenths', {
  says: 'On tenths: if η(u² + v²) < 4 and GD on ½(uv)² lands on uv = 0, it does so where η(u² + v²) ≤ 2.',
  status: 'refuted',
  reals: { a: integer(-30, 30), b: integer(-30, 30), h: integer(1, 40) },
  where: ({ a, b, h }) => ({
    run: descent({
      start: { u: ex`${a}/10`, v: ex`${b}/10` },
      observe: ({ u, v }) => ({ p: ex`${u}*${v}`, s: ex`${u}^2 + ${v}^2` }),
      loss: ({ p }) => ex`${p}^2/2`,
      eta: ex`${h}/10`,
    }),
  }),
  assume: ({ run, h }) => [that`${run.at(0).p} != 0`, that`${h}/10*${run.at(0).s} < 4`],
  conclude: ({ run, h }) => run.always(({ p, s }) => implies(that`${p} = 0`, that`${h}/10*${s} <= 2`)),
});
