import { and, by, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { logOfProduct, logUpTo } from '../_hyperbolic.ts';
import { soudry2018 } from '../_papers.ts';
import { leastOf, mostOf } from '../_steps.ts';

export default claim('margin/orthogonal-gap', {
  says: 'Orthogonal samples of lengths a_i from w = 0: 0 ≤ γ* − γ(t) ≤ γ* ln κ/(ln(1 + a₋²t) + ln κ), κ = (a₊/a₋)².',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes:
    'Exponential loss, a sum; along the flow m_i = ln(1 + a_i²t), ‖w‖² = Σ m_i²/a_i², γ = min m_i/‖w‖, γ* = (Σ 1/a_i²)^{−1/2}.',
  sizes: { n: size(2, 4) },
  reals: { a: vector('n', '[1/2, 3]'), t: real('(0, 1000000000]', { scale: 'log' }) },
  where: ({ a, t }) => {
    const m = ex`ln(1 + ${a}^2*${t})`;
    return {
      gamma: ex`min(${m})/norm(${m}/${a})`,
      best: ex`1/norm(1/${a})`,
      first: ex`ln(1 + min(${a})^2*${t})`,
      kappa: ex`2*ln(max(${a})/min(${a}))`,
    };
  },
  conclude: ({ gamma, best, first, kappa }) => that`0 <= ${best} - ${gamma} <= ${best}*${kappa}/(${first} + ${kappa})`,
  derivation: ({ n, a, t, first, kappa }) => {
    const [m, least, most] = [ex`ln(1 + ${a}^2*${t})`, ex`min(${a})`, ex`max(${a})`];
    return [
      ...neverAbove(n, a, t),
      leastOf(a, n),
      mostOf(a, n),
      ...smallestAtLeast(ex`1/2`, a, n),
      by.positive(that`${least} > 0`),
      by.positive(that`${least}^2*${t} > 0`),
      ...logAboveOne(ex`1 + ${least}^2*${t}`),
      by.lemma({ a, l: least, r: most, s: t }, marginsNear),
      ...smallestAtLeast(first, m, n),
      by.lemma({ m, a, f: first, k: kappa }, nearlyBest(n)),
    ];
  },
});

/** γ(t) ≤ γ*. */
export const neverAbove = (n: number, a: Expr, t: Expr) => [
  by.lemma(
    { a, s: t },
    {
      entries: true,
      from: ({ a, s }) => [that`${a} > 0`, that`${s} > 0`],
      shows: ({ a, s }) => that`ln(1 + ${a}^2*${s}) > 0`,
      steps: ({ a, s }) => logAboveOne(ex`1 + ${a}^2*${s}`),
    },
  ),
  by.lemma({ m: ex`ln(1 + ${a}^2*${t})`, a }, { from: ({ m, a }) => [that`${m} > 0`, that`${a} > 0`], ...weakest(n) }),
];

/** k ≤ x in every entry gives k ≤ min x, two at a time. */
const smallestAtLeast = (k: Expr, x: Expr, n: number) => {
  const lows = [x.at(0)];
  return [...Array(n - 1).keys()].map((i) => {
    lows.push(ex`min(${lows[i]!}, ${x.at(i + 1)})`);
    return by.lemma(
      { p: lows[i]!, q: x.at(i + 1), k },
      {
        from: ({ p, q, k }) => [that`${k} <= ${p}`, that`${k} <= ${q}`],
        shows: ({ p, q, k }) => that`${k} <= min(${p}, ${q})`,
        steps: ({ p, q, k }) =>
          by.cases(that`${k} <= min(${p}, ${q})`, {
            between: [p, q],
            below: by.root(that`abs(${p} - ${q}) = ${q} - ${p}`),
            above: by.root(that`abs(${p} - ${q}) = ${p} - ${q}`),
          }),
      },
    );
  });
};

type Lengths = { readonly [N in 'a' | 'l' | 'r' | 's']: Expr };
/** Lengths between l and r: all logarithms are between that of l and 2 ln(r/l) more. */
const marginsNear = {
  entries: true,
  from: ({ a, l, r, s }: Lengths) => [that`${l} > 0`, that`${l} <= ${a}`, that`${a} <= ${r}`, that`${s} > 0`],
  shows: ({ a, l, r, s }: Lengths) =>
    and(
      that`ln(1 + ${l}^2*${s}) <= ln(1 + ${a}^2*${s})`,
      that`ln(1 + ${a}^2*${s}) <= ln(1 + ${l}^2*${s}) + 2*ln(${r}/${l})`,
    ),
  steps: ({ a, l, r, s }: Lengths) => {
    const [low, here, ratio] = [ex`1 + ${l}^2*${s}`, ex`1 + ${a}^2*${s}`, ex`${r}/${l}`];
    return [
      by.positive(that`${a} > 0`),
      by.positive(that`${r} > 0`),
      by.positive(that`${ratio} > 0`),
      by.positive(that`(${ratio})*(${ratio}) > 0`),
      by.positive(that`${low} > 0`),
      by.positive(that`${here} > 0`),
      by.positive(that`${s}*(${a} - ${l})*(${a} + ${l}) >= 0`),
      by.positive(that`${low} <= ${here}`),
      logUpTo(low, here),
      by.positive(that`(${r} - ${l})*(${r} + ${l})/${l}^2 + ${s}*(${r} - ${a})*(${r} + ${a}) >= 0`),
      by.rewrite(
        that`(${low})*((${ratio})*(${ratio})) - (${here}) = (${r} - ${l})*(${r} + ${l})/${l}^2 + ${s}*(${r} - ${a})*(${r} + ${a})`,
      ),
      logUpTo(here, ex`(${low})*((${ratio})*(${ratio}))`),
      logOfProduct(low, ex`(${ratio})*(${ratio})`),
      logOfProduct(ratio, ratio),
    ];
  },
};

type Margins = { readonly [N in 'm' | 'a' | 'f' | 'k']: Expr };
/** With f ≤ m ≤ f + k: ‖m/a‖ ≤ (f + k)‖1/a‖. */
const nearlyBest = (n: number) => ({
  from: ({ m, a, f, k }: Margins) => [
    that`${m} > 0`,
    that`${a} > 0`,
    that`${f} > 0`,
    that`${f} <= ${m}`,
    that`${m} <= ${f} + ${k}`,
    that`${f} <= min(${m})`,
  ],
  shows: ({ m, a, f, k }: Margins) =>
    that`1/norm(1/${a}) - min(${m})/norm(${m}/${a}) <= 1/norm(1/${a})*${k}/(${f} + ${k})`,
  steps: ({ m, a, f, k }: Margins) => [
    by.positive(that`sum((1/${a})^2) > 0`),
    by.positive(that`sum((${m}/${a})^2) > 0`),
    ...[...Array(n).keys()].map((i) =>
      by.lemma(
        { p: m.at(i), c: a.at(i), b: ex`${f} + ${k}` },
        {
          from: ({ p, c, b }) => [that`${c} > 0`, that`${p} > 0`, that`${p} <= ${b}`],
          shows: ({ p, c, b }) => that`(${p}/${c})^2 <= ${b}^2*(1/${c})^2`,
          steps: ({ p, c, b }) => [
            by.positive(that`(${b} - ${p})*(${p} + ${p} + (${b} - ${p}))/${c}^2 >= 0`),
            by.ring(that`${b}^2*(1/${c})^2 - (${p}/${c})^2 = (${b} - ${p})*(${p} + ${p} + (${b} - ${p}))/${c}^2`),
          ],
        },
      ),
    ),
    by.lemma(
      { B: ex`(${f} + ${k})^2`, p: ex`(${m}/${a})^2`, q: ex`(1/${a})^2` },
      {
        from: ({ B, p, q }) => that`${p} <= ${B}*${q}`,
        shows: ({ B, p, q }) => that`sum(${p}) <= ${B}*sum(${q})`,
      },
    ),
    by.positive(that`${f} + ${k} > 0`),
    by.lemma(
      { f, k, u: ex`min(${m})`, P: ex`sum((${m}/${a})^2)`, Q: ex`sum((1/${a})^2)` },
      {
        from: ({ f, k, u, P, Q }) => [
          that`${f} > 0`,
          that`${f} + ${k} > 0`,
          that`${f} <= ${u}`,
          that`${P} > 0`,
          that`${Q} > 0`,
          that`${P} <= (${f} + ${k})^2*${Q}`,
        ],
        shows: ({ f, k, u, P, Q }) => that`1/sqrt(${Q}) - ${u}/sqrt(${P}) <= 1/sqrt(${Q})*${k}/(${f} + ${k})`,
        steps: ({ f, k, u, P, Q }) => [
          by.ring(that`sqrt(${P})^2 = ${P}`),
          by.ring(that`((${f} + ${k})*sqrt(${Q}))^2 = (${f} + ${k})^2*${Q}`),
          by.lemma({ f, u, b: ex`${f} + ${k}`, p: ex`sqrt(${P})`, q: ex`sqrt(${Q})` }, quotients),
          by.ring(that`1/sqrt(${Q}) - 1/sqrt(${Q})*${k}/(${f} + ${k}) = ${f}/((${f} + ${k})*sqrt(${Q}))`),
        ],
      },
    ),
  ],
});

type Quotients = { readonly [N in 'f' | 'u' | 'b' | 'p' | 'q']: Expr };
const quotients = {
  from: ({ f, u, b, p, q }: Quotients) => [
    that`${f} > 0`,
    that`${b} > 0`,
    that`${f} <= ${u}`,
    that`${p} > 0`,
    that`${q} > 0`,
    that`${p}^2 <= (${b}*${q})^2`,
  ],
  shows: ({ f, u, b, p, q }: Quotients) => that`${f}/(${b}*${q}) <= ${u}/${p}`,
  steps: ({ f, u, b, p, q }: Quotients) => [
    by.contradiction(that`${p} <= ${b}*${q}`, by.positive(that`(${p} - ${b}*${q})*(${p} + ${b}*${q}) > 0`)),
    by.positive(that`(${u} - ${f})/${p} + ${f}*(${b}*${q} - ${p})/(${p}*${b}*${q}) >= 0`),
    by.ring(that`${u}/${p} - ${f}/(${b}*${q}) = (${u} - ${f})/${p} + ${f}*(${b}*${q} - ${p})/(${p}*${b}*${q})`),
  ],
};

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
