import { claim, descent, ex, real, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept-unbalanced', {
  says: 'GD on ½(uv − y)² with η|uv − y| < 1 at every step keeps the sign of uv from every start.',
  status: 'refuted',
  source: { ...bah2019, where: 'the rank along the flow; rederived' },
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), y: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, y, eta }) => ({
    run: descent({
      start: { a: u, b: v },
      observe: ({ a, b }) => ({ p: ex`${a}*${b}` }),
      loss: ({ p }) => ex`(${p} - ${y})^2/2`,
      eta,
    }),
  }),
  assume: ({ run, y, eta }) => run.always(({ p }) => that`${eta}*abs(${p} - ${y}) < 1`),
  conclude: ({ run }) => run.always(({ p, next }) => that`${next.p}*${p} >= 0`),
});
