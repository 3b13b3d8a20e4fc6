import { claim, constant, descent, ex, real, that } from 'counterflow';
import { wang2021 } from '../_papers.ts';

export default claim('factorization/large-step-basin', {
  says: 'Open: if ημ < 1 and η(x₀² + y₀² + 2μ) < 4, GD on ½(xy − μ)² stays bounded, by η(x² + y²) ≤ 8 for ever.',
  status: 'conjecture',
  source: {
    ...wang2021,
    where: 'convergence with steps up to about 4 over the initial sharpness; this region is ours',
  },
  notes:
    'The region is exact on the line x = −y. Orbits do leave it before they come back, so no argument with falling x² + y² can work. The constant 8 is a guess.',
  reals: { x: real('[-4, 4]'), y: real('[-4, 4]'), mu: real('(0, 2]'), eta: real('(0, 2]') },
  constants: { c: constant('4', { to: '5' }) },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { x, y },
      observe: ({ x, y }) => ({ s: ex`${x}^2 + ${y}^2` }),
      loss: ({ x, y }) => ex`(${x}*${y} - ${mu})^2/2`,
      eta,
    }),
  }),
  assume: ({ run, mu, eta, c }) => [that`${eta}*${mu} < 1`, that`${eta}*(${run.at(0).s} + 2*${mu}) < ${c}`],
  conclude: ({ run, eta }) => run.always(({ s }) => that`${eta}*${s} <= 8`),
});
