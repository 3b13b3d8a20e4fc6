import { claim, descent, ex, real, squared, that } from 'counterflow';
import { wu2019 } from '../_papers.ts';

export default claim('catapult/schedule-largest-step', {
  says: 'One step of size η₁ with η₁λ₀ < 4, then steps of size η₂: where descent converges, it is to curvature at most 2/η₁.',
  status: 'refuted',
  source: { ...wu2019, where: 'its policies are schedules; what a schedule selects is ours' },
  notes:
    'Loss ½(uv)², λ = u² + v². Only step sizes that are used for ever restrict the limit: one large step moves λ by the order of f².',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), eta1: real('(0, 4]'), eta2: real('[1/10, 1]') },
  where: ({ u, v, eta1, eta2 }) => ({
    lambda0: ex`${u}^2 + ${v}^2`,
    run: descent({
      start: { a: ex`(${u} - ${eta1}*${u}*${v}^2)*ones(1)`, b: ex`(${v} - ${eta1}*${u}^2*${v})*ones(1)` },
      observe: ({ a, b }) => ({ lambda: ex`sum(${a}^2 + ${b}^2)` }),
      loss: ({ a, b }) => squared('1/2', ex`diag(ones(1))`, ex`zeros(1)`)(ex`${a}*${b}`),
      eta: eta2,
    }),
  }),
  assume: ({ u, v, eta1, lambda0 }) => [that`${eta1}*${lambda0} < 4`, that`${u}*${v} != 0`],
  conclude: ({ run, eta1 }) => run.ifConverges(({ lambda }) => that`${lambda} <= 2/${eta1}`),
});
