import { by, claim, descent, each, ex, real, size, that, vector } from 'counterflow';

export default claim('balance/product-decay', {
  says: 'If η|g| ≤ 1 at every step, then |u² − v²| ≤ |u₀² − v₀²| exp(−Σ η²g²) after any number of steps.',
  status: 'theorem',
  notes: 'w = u∘v, any gradients, any schedule. GD flattens: at an interpolator the sharpness is governed by u² + v².',
  sizes: { d: size(1, 2) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  inputs: { g: vector('d', '[-3, 3]'), eta: real('(0, 1]') },
  where: ({ u, v, g, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ q: ex`${u}^2 - ${v}^2` }),
      sums: () => ({ S: ex`${eta}^2*${g}^2` }),
      loss: ({ u, v }) => ex`sum(${g}*${u}*${v})`,
      eta,
    });
    return { run, q0: run.at(0).q };
  },
  assume: ({ run, d, g, eta }) => run.always(() => each(d, (i) => that`${eta}*abs(${g.at(i)}) <= 1`)),
  conclude: ({ run, q0 }) => run.always(({ q, S }) => that`abs(${q}) <= abs(${q0})*exp(-${S})`),
  derivation: ({ run, q0, g, eta }) => [
    by.law('expZero'),
    by.induction(run, {
      keeps: ({ q, S }) => that`abs(${q}) <= abs(${q0})*exp(-${S})`,
      step: ({ q, S, next }) =>
        by.lemma(
          { a: q, b: next.q, c: ex`abs(${q0})`, S, x: ex`${eta}^2*${g}^2`, y: ex`${eta}*abs(${g})` },
          {
            entries: true,
            from: ({ a, b, c, S, x, y }) => [
              that`abs(${a}) <= ${c}*exp(-${S})`,
              that`${c} >= 0`,
              that`${b} = ${a}*(1 - ${x})`,
              that`${x} = ${y}^2`,
              that`0 <= ${y} <= 1`,
            ],
            shows: ({ b, c, S, x }) => that`abs(${b}) <= ${c}*exp(-(${S} + ${x}))`,
            steps: ({ a, b, c, S, x, y }) => [
              by.positive(that`(1 - ${y})*(1 + ${y}) >= 0`),
              by.rewrite(that`1 - ${x} = (1 - ${y})*(1 + ${y})`),
              by.positive(that`1 - ${x} >= 0`),
              by.root(that`abs(${b}) = abs(${a})*(1 - ${x})`),
              by.law('expTangent', ex`-${x}`),
              by.law('expAdd', ex`-${S}`, ex`-${x}`),
              by.positive(that`(${c}*exp(-${S}) - abs(${a}))*(1 - ${x}) >= 0`),
              by.positive(that`${c}*exp(-${S})*(exp(-${x}) - (1 + -${x})) >= 0`),
              by.rewrite(that`exp(-(${S} + ${x})) = exp(-${S})*exp(-${x})`),
            ],
          },
        ),
    }),
  ],
});
