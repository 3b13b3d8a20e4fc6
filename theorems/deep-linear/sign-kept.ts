import { by, claim, descent, ex, real, sign, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept', {
  says: 'GD on ½(uv − y)² from |u| = |v| never changes the sign of uv, whatever the step sizes.',
  status: 'theorem',
  source: { ...bah2019, where: 'the rank along the flow; rederived' },
  notes:
    'In the flow, rank and sign of the determinant of balanced factors never change. In GD v = ±u stays, so uv = ±u² does.',
  reals: { u: real('[-2, 2]'), s: sign(), y: real('[-2, 2]') },
  inputs: { eta: real('(0, 4]') },
  where: ({ u, s, y, eta }) => ({
    run: descent({
      start: { a: u, b: ex`${s}*${u}` },
      observe: ({ a, b }) => ({ p: ex`${a}*${b}` }),
      loss: ({ p }) => ex`(${p} - ${y})^2/2`,
      eta,
    }),
  }),
  conclude: ({ run }) => run.always(({ p, next }) => that`${next.p}*${p} >= 0`),
  derivation: ({ run, s, y, eta }) => [
    by.induction(run, { keeps: ({ a, b }) => that`${b} = ${s}*${a}` }),
    by.always(run, ({ a, p, next }) => [
      by.positive(that`(${a}^2*(1 - ${s}*${eta}*(${p} - ${y})))^2 >= 0`),
      by.rewrite(that`${next.p}*${p} = (${a}^2*(1 - ${s}*${eta}*(${p} - ${y})))^2`),
    ]),
  ],
});
