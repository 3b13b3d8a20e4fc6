import { claim, descent, ex, real, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept-descent', {
  says: 'GD on ½(uv − y)² with η ≤ 1 keeps the sign of uv from every start, as gradient flow does from balanced ones.',
  status: 'refuted',
  source: { ...bah2019, where: 'the rank along the flow; rederived' },
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), y: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, y, eta }) => ({
    run: descent({
      start: { a: u, b: v },
      observe: ({ a, b }) => ({ p: ex`${a}*${b}` }),
      loss: ({ p }) => ex`(${p} - ${y})^2/2`,
      eta,
      steps: 1,
    }),
  }),
  conclude: ({ run }) => that`${run.at(1).p}*${run.at(0).p} >= 0`,
});
