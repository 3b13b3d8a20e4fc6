import { claim, descent, ex, real, squared, that } from 'counterflow';
import { wang2021 } from '../_papers.ts';

export default claim('factorization/settles-at-edge', {
  says: 'GD on ½(xy − μ)² with ημ < 1 and η(x₀² + y₀²) > 2: where it converges, its sharpness is 2/η.',
  status: 'refuted',
  source: { ...wang2021, where: 'its bound 2/η for the final sharpness, taken for an equation' },
  reals: { x: real('[-3, 3]'), y: real('[-3, 3]'), mu: real('[1/4, 2]'), eta: real('(0, 1]') },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { a: ex`${x}*ones(1)`, b: ex`${y}*ones(1)` },
      observe: ({ a, b }) => ({ s: ex`sum(${a}^2 + ${b}^2)` }),
      loss: ({ a, b }) => squared('1/2', ex`diag(ones(1))`, ex`${mu}*ones(1)`)(ex`${a}*${b}`),
      eta,
    }),
  }),
  assume: ({ x, y, mu, eta }) => [that`${eta}*${mu} < 1`, that`${eta}*(${x}^2 + ${y}^2) > 2`],
  conclude: ({ run, eta }) => run.ifConverges(({ s }) => that`${eta}*${s} = 2`),
});
