import { and, by, type Expr, ex, that } from 'counterflow';
import gap from './orthogonal-gap.ts';

export default gap.variant('margin/orthogonal-gap-sign', {
  says: 'Orthogonal samples: at no time is the margin of the flow above the largest one.',
  status: 'theorem',
  conclude: ({ gamma, best }) => that`${gamma} <= ${best}`,
  derivation: ({ n, a, t }) => {
    const m = ex`ln(1 + ${a}^2*${t})`;
    return [
      by.lemma(
        { a, s: t },
        {
          entries: true,
          from: ({ a, s }) => [that`${a} > 0`, that`${s} > 0`],
          shows: ({ a, s }) => that`ln(1 + ${a}^2*${s}) > 0`,
          steps: ({ a, s }) => logAboveOne(ex`1 + ${a}^2*${s}`),
        },
      ),
      by.lemma({ m, a }, { from: ({ m, a }) => [that`${m} > 0`, that`${a} > 0`], ...weakest(n) }),
    ];
  },
});

/** 1 < x gives 0 < ln x. */
const logAboveOne = (x: Expr) => [
  by.positive(that`${x} > 0`),
  by.law('expLog', x),
  by.law('expTangent', ex`-ln(${x})`),
  by.law('expNeg', ex`ln(${x})`),
  by.lemma(
    { x, l: ex`ln(${x})`, F: ex`exp(-ln(${x}))` },
    {
      from: ({ x, l, F }) => [that`${x} > 1`, that`${F} > 0`, that`${x}*${F} = 1`, that`1 - ${l} <= ${F}`],
      shows: ({ l }) => that`${l} > 0`,
      steps: ({ x, F }) => [by.positive(that`(${x} - 1)*${F} > 0`), by.positive(that`1 - ${F} > 0`)],
    },
  ),
];

type Pair = { readonly m: Expr; readonly a: Expr };
/** With μ = min m: ‖m/a‖² ≥ μ²‖1/a‖². */
const weakest = (n: number) => ({
  shows: ({ m, a }: Pair) => that`min(${m})/norm(${m}/${a}) <= 1/norm(1/${a})`,
  steps: ({ m, a }: Pair) => [
    ...atLeastSmallest(m, n),
    by.positive(that`sum((1/${a})^2) > 0`),
    by.positive(that`sum((${m}/${a})^2) > 0`),
    ...[...Array(n).keys()].map((i) =>
      by.lemma(
        { p: m.at(i), c: a.at(i), k: ex`min(${m})` },
        {
          from: ({ p, c, k }) => [that`${c} > 0`, that`${k} > 0`, that`${k} <= ${p}`],
          shows: ({ p, c, k }) => that`${k}^2*(1/${c})^2 <= (${p}/${c})^2`,
          steps: ({ p, c, k }) => [
            by.positive(that`(${p} - ${k})*(${p} + ${k})/${c}^2 >= 0`),
            by.ring(that`(${p}/${c})^2 - ${k}^2*(1/${c})^2 = (${p} - ${k})*(${p} + ${k})/${c}^2`),
          ],
        },
      ),
    ),
    by.lemma(
      { K: ex`min(${m})^2`, p: ex`(${m}/${a})^2`, q: ex`(1/${a})^2` },
      {
        from: ({ K, p, q }) => that`${K}*${q} <= ${p}`,
        shows: ({ K, p, q }) => that`${K}*sum(${q}) <= sum(${p})`,
      },
    ),
    by.lemma(
      { k: ex`min(${m})`, P: ex`sum((${m}/${a})^2)`, Q: ex`sum((1/${a})^2)` },
      {
        from: ({ k, P, Q }) => [that`${k} > 0`, that`${P} > 0`, that`${Q} > 0`, that`${k}^2*${Q} <= ${P}`],
        shows: ({ k, P, Q }) => that`${k}/sqrt(${P}) <= 1/sqrt(${Q})`,
        steps: ({ k, P, Q }) => [
          by.ring(that`sqrt(${P})^2 = ${P}`),
          by.ring(that`(${k}*sqrt(${Q}))^2 = ${k}^2*${Q}`),
          by.lemma(
            { k, p: ex`sqrt(${P})`, q: ex`sqrt(${Q})` },
            {
              from: ({ k, p, q }) => [that`${p} > 0`, that`${q} > 0`, that`${k} > 0`, that`(${k}*${q})^2 <= ${p}^2`],
              shows: ({ k, p, q }) => that`${k}/${p} <= 1/${q}`,
              steps: ({ k, p, q }) => [
                by.contradiction(that`${k}*${q} <= ${p}`, by.positive(that`(${k}*${q} - ${p})*(${k}*${q} + ${p}) > 0`)),
                by.positive(that`(${p} - ${k}*${q})/(${p}*${q}) >= 0`),
                by.ring(that`1/${q} - ${k}/${p} = (${p} - ${k}*${q})/(${p}*${q})`),
              ],
            },
          ),
        ],
      },
    ),
  ],
});

/** The smallest entry is below every other and, if all are, positive; two at a time. */
const atLeastSmallest = (x: Expr, d: number) => {
  const lows = [x.at(0)];
  const steps = [...Array(d - 1).keys()].map((i) => {
    lows.push(ex`min(${lows[i]!}, ${x.at(i + 1)})`);
    return smaller(lows[i]!, x.at(i + 1));
  });
  return [...steps, ...[...Array(d).keys()].map((i) => by.positive(that`${lows[d - 1]!} <= ${x.at(i)}`))];
};
const smaller = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`${a} > 0`, that`${b} > 0`],
      shows: ({ a, b }) => and(that`min(${a}, ${b}) <= ${a}`, that`min(${a}, ${b}) <= ${b}`, that`min(${a}, ${b}) > 0`),
      steps: ({ a, b }) => [
        by.ring(that`abs(${a} - ${b})^2 = (${a} - ${b})^2`),
        by.contradiction(that`${a} - ${b} <= abs(${a} - ${b})`),
        by.contradiction(that`${b} - ${a} <= abs(${a} - ${b})`),
        by.cases(that`min(${a}, ${b}) > 0`, {
          between: [a, b],
          below: by.root(that`abs(${a} - ${b}) = ${b} - ${a}`),
          above: by.root(that`abs(${a} - ${b}) = ${a} - ${b}`),
        }),
      ],
    },
  );
