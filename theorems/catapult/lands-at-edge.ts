import { claim, descent, ex, real, squared, that } from 'counterflow';
import { lewkowycz2020 } from '../_papers.ts';

export default claim('catapult/lands-at-edge', {
  says: 'Squared loss, label 0, 2 < ηλ₀ < 4: where gradient descent converges, it is to curvature 2/η.',
  status: 'refuted',
  source: { ...lewkowycz2020, where: 'its final curvature, taken literally at width 1' },
  notes: 'Loss ½(uv)², λ = u² + v². The final curvature is below 2/η, as a rule well below.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({
      start: { a: ex`${u}*ones(1)`, b: ex`${v}*ones(1)` },
      observe: ({ a, b }) => ({ lambda: ex`sum(${a}^2 + ${b}^2)` }),
      loss: ({ a, b }) => squared('1/2', ex`diag(ones(1))`, ex`zeros(1)`)(ex`${a}*${b}`),
      eta,
    }),
  }),
  assume: ({ u, v, eta }) => [that`2 < ${eta}*(${u}^2 + ${v}^2) < 4`, that`${u}*${v} != 0`],
  conclude: ({ run, eta }) => run.ifConverges(({ lambda }) => that`${eta}*${lambda} = 2`),
});
