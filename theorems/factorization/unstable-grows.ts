import { claim, descent, ex, real, that } from 'counterflow';

export default claim('factorization/unstable-grows', {
  says: 'If ημ > 1, the residual of GD on ½(xy − μ)² grows at every step.',
  status: 'refuted',
  notes: 'No minimum is stable there, but bounded orbits (a 2-cycle, chaos) exist.',
  reals: { x: real('[-2, 2]'), y: real('[-2, 2]'), mu: real('(0, 2]'), eta: real('(0, 2]') },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { x, y },
      observe: ({ x, y }) => ({ e: ex`${x}*${y} - ${mu}` }),
      loss: ({ e }) => ex`${e}^2/2`,
      eta,
      steps: 1,
    }),
  }),
  assume: ({ mu, eta }) => that`${eta}*${mu} > 1`,
  conclude: ({ run }) => that`abs(${run.at(1).e}) >= abs(${run.at(0).e})`,
});
