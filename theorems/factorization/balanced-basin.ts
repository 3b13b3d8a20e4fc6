import { claim, descent, ex, real, that } from 'counterflow';

export default claim('factorization/balanced-basin', {
  says: 'Balanced factors, h = ημ ≤ 2: starts with η x₀² ≤ h + 2 stay there for ever.',
  status: 'theorem',
  notes: 'GD on ½(xy − μ)² with x = y: x ↦ x(1 + h − ηx²). The ends are a repelling antisymmetric 2-cycle.',
  reals: { x: real('[-3, 3]'), mu: real('(0, 3]'), eta: real('(0, 2]') },
  where: ({ x, mu, eta }) => ({
    run: descent({ start: { x, y: x }, loss: ({ x, y }) => ex`(${x}*${y} - ${mu})^2/2`, eta }),
  }),
  assume: ({ x, mu, eta }) => [that`${eta}*${mu} <= 2`, that`${eta}*${x}^2 <= ${eta}*${mu} + 2`],
  conclude: ({ run, mu, eta }) => run.always(({ x }) => that`${eta}*${x}^2 <= ${eta}*${mu} + 2`),
});
