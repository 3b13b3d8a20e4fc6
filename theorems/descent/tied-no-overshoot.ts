import { by, claim, constant, descent, type Expr, ex, real, that } from 'counterflow';

export default claim('descent/tied-no-overshoot', {
  says: 'GD on ½(u² − y)² from 0 < u₀² ≤ y: if 4ηy ≤ 1, then u² increases to y and never passes it.',
  status: 'theorem',
  notes: 'One sample of input 1, w = u², ½ in the loss.',
  reals: { u: real('(0, 2]'), y: real('[1/8, 4]'), eta: real('(0, 2]') },
  constants: { c: constant('4', { to: '3' }) },
  where: ({ u, y, eta }) => ({
    run: descent({
      start: { u },
      observe: ({ u }) => ({ w: ex`${u}^2` }),
      loss: ({ w }) => ex`(${w} - ${y})^2/2`,
      eta,
    }),
  }),
  assume: ({ u, y, eta, c }) => [that`${u}^2 <= ${y}`, that`${c}*${eta}*${y} <= 1`],
  conclude: ({ run, y }) => run.always(({ w, next }) => that`${w} <= ${next.w} <= ${y}`),
  derivation: ({ run, y, eta }) => {
    // With d = y − w: w⁺ = w(1 + 2ηd)², and 4ηw(1 + ηd) ≤ (1 − 4ηd)(1 + ηd) ≤ 1.
    const step = (w: Expr, after: Expr) => [
      by.ring(that`${after} = ${w}*(1 + 2*${eta}*(${y} - ${w}))^2`),
      by.lemma(
        { w, q: after, d: ex`${y} - ${w}`, h: eta },
        {
          from: ({ w, q, d, h }) => [
            that`${w} >= 0`,
            that`${d} >= 0`,
            that`${h} >= 0`,
            that`4*${h}*(${w} + ${d}) <= 1`,
            that`${q} = ${w}*(1 + 2*${h}*${d})^2`,
          ],
          shows: ({ w, q, d }) => that`${w} <= ${q} <= ${w} + ${d}`,
          steps: ({ w, q, d, h }) => [
            by.rewrite(that`${q} - ${w} = 4*${w}*${h}*${d}*(1 + ${h}*${d})`),
            by.positive(that`4*${w}*${h}*${d}*(1 + ${h}*${d}) >= 0`),
            by.positive(that`(1 - 4*${h}*(${w} + ${d}))*(1 + ${h}*${d}) >= 0`),
            by.positive(that`3*${h}*${d} + 4*(${h}*${d})^2 >= 0`),
            by.positive(that`1 - 4*${h}*${w}*(1 + ${h}*${d}) >= 0`),
            by.positive(that`${d}*(1 - 4*${h}*${w}*(1 + ${h}*${d})) >= 0`),
          ],
        },
      ),
    ];
    return [
      by.induction(run, { keeps: ({ w }) => that`${w} <= ${y}`, step: ({ w, next }) => step(w, next.w) }),
      by.always(run, ({ w, next }) => step(w, next.w)),
    ];
  },
});
