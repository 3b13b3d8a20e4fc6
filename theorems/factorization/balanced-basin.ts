import { and, by, claim, constant, descent, ex, real, that } from 'counterflow';

export default claim('factorization/balanced-basin', {
  says: 'Balanced factors, h = ημ ≤ 2: starts with η x₀² ≤ h + 2 stay there for ever.',
  status: 'theorem',
  notes: 'GD on ½(xy − μ)² with x = y: x ↦ x(1 + h − ηx²). The ends are a repelling antisymmetric 2-cycle.',
  reals: { x: real('[-3, 3]'), mu: real('(0, 3]'), eta: real('(0, 2]') },
  constants: { bound: constant('2', { to: '3' }) },
  where: ({ x, mu, eta }) => ({
    run: descent({ start: { x, y: x }, loss: ({ x, y }) => ex`(${x}*${y} - ${mu})^2/2`, eta }),
  }),
  assume: ({ x, mu, eta, bound }) => [that`${eta}*${mu} <= ${bound}`, that`${eta}*${x}^2 <= ${eta}*${mu} + 2`],
  conclude: ({ run, mu, eta }) => run.always(({ x }) => that`${eta}*${x}^2 <= ${eta}*${mu} + 2`),
  derivation: ({ run, mu, eta }) =>
    by.induction(run, {
      keeps: ({ x, y }) => and(that`${y} = ${x}`, that`${eta}*${x}^2 <= ${eta}*${mu} + 2`),
      step: ({ x, next }) => [
        by.rewrite(that`${next.x} = ${x}*(1 + ${eta}*${mu} - ${eta}*${x}^2)`),
        by.rewrite(that`${next.y} = ${x}*(1 + ${eta}*${mu} - ${eta}*${x}^2)`),
        by.rewrite(that`${next.y} = ${next.x}`),
        // h + 2 − t(1 + h − t)² = (h + 2 − t)(t² − ht + 1), where h ≤ 2.
        by.lemma(
          { x, q: next.x, k: eta, h: ex`${eta}*${mu}` },
          {
            from: ({ x, q, k, h }) => [
              that`0 <= ${h} <= 2`,
              that`${k}*${x}^2 <= ${h} + 2`,
              that`${q} = ${x}*(1 + ${h} - ${k}*${x}^2)`,
            ],
            shows: ({ q, k, h }) => that`${k}*${q}^2 <= ${h} + 2`,
            steps: ({ x, q, k, h }) => [
              by.positive(that`(${k}*${x}^2 - ${h}/2)^2 >= 0`),
              by.positive(that`1 - ${h}^2/4 >= 0`),
              by.positive(that`(${k}*${x}^2)^2 - ${h}*${k}*${x}^2 + 1 >= 0`),
              by.positive(that`(${h} + 2 - ${k}*${x}^2)*((${k}*${x}^2)^2 - ${h}*${k}*${x}^2 + 1) >= 0`),
              by.rewrite(
                that`${h} + 2 - ${k}*${q}^2 = (${h} + 2 - ${k}*${x}^2)*((${k}*${x}^2)^2 - ${h}*${k}*${x}^2 + 1)`,
              ),
            ],
          },
        ),
      ],
    }),
});
