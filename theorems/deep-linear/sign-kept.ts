import { by, claim, descent, ex, real, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept', {
  says: 'GD on ½(uv − y)² with η|uv − y| < 1 at every step keeps the sign of uv if u = v at the start.',
  status: 'theorem',
  source: { ...bah2019, where: 'the rank along the flow; rederived' },
  notes: 'In the flow, rank and sign of the determinant of balanced factors never change; GD needs the small step.',
  reals: { u: real('[-2, 2]'), y: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, y, eta }) => ({
    run: descent({
      start: { a: u, b: u },
      observe: ({ a, b }) => ({ p: ex`${a}*${b}` }),
      loss: ({ p }) => ex`(${p} - ${y})^2/2`,
      eta,
    }),
  }),
  assume: ({ run, y, eta }) => run.always(({ p }) => that`${eta}*abs(${p} - ${y}) < 1`),
  conclude: ({ run }) => run.always(({ p, next }) => that`${next.p}*${p} >= 0`),
  derivation: ({ run, y, eta }) => [
    by.induction(run, { keeps: ({ a, b }) => that`${a} = ${b}` }),
    by.always(run, ({ a, p, next }) => [
      by.positive(that`(${a}^2*(1 - ${eta}*(${p} - ${y})))^2 >= 0`),
      by.rewrite(that`${next.p}*${p} = (${a}^2*(1 - ${eta}*(${p} - ${y})))^2`),
    ]),
  ],
});
