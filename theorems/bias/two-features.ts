import { by, claim, type Expr, ex, real, that } from 'counterflow';
import { expRises, logBelow, logOfProduct, logUpTo } from '../_hyperbolic.ts';
import { matt2025 } from '../_papers.ts';

export default claim('bias/two-features', {
  says: 'One sample x = (1, c), 0 < c < 1: the flow limit has w₂ ≤ α^{2(1−c)} w₁^c, a power of α that degrades as c → 1.',
  status: 'theorem',
  source: { ...matt2025, where: 'its rate α^{1−ϱ} at depth two, in the smallest example' },
  notes: 'w = 2α²(sinh λ, sinh cλ) on u² − v² from u = v = α, λ ≥ 0; in logarithms.',
  reals: { c: real('(0, 1)'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ c, lambda, alpha }) => ({
    w1: ex`2*${alpha}^2*sinh(${lambda})`,
    w2: ex`2*${alpha}^2*sinh(${c}*${lambda})`,
  }),
  conclude: ({ c, alpha, w1, w2 }) => that`ln(${w2}) <= 2*(1 - ${c})*ln(${alpha}) + ${c}*ln(${w1})`,
  derivation: ({ c, lambda: l, alpha, w1, w2 }) => {
    const q = ex`exp(-2*${l})`;
    const [P, R] = [ex`2*sinh(${l})`, ex`2*sinh(${c}*${l})`];
    const power = ex`${c}*ln(1 - ${q})`;
    return [
      by.positive(that`1 - ${c} > 0`),
      // (1 − q)^c + q^c ≥ 1 − q + q for q = e^{−2λ}, since x^c ≥ x for 0 < x < 1.
      by.law('expTangent', ex`2*${l}`),
      by.law('expNeg', ex`2*${l}`),
      by.lemma(
        { q, Q: ex`exp(2*${l})`, l },
        {
          from: ({ q, Q, l }) => [that`${q} > 0`, that`${l} > 0`, that`${Q}*${q} = 1`, that`1 + 2*${l} <= ${Q}`],
          shows: ({ q }) => that`1 - ${q} > 0`,
          steps: ({ q, Q }) => [by.positive(that`${Q} - 1 > 0`), by.positive(that`(${Q} - 1)*${q} > 0`)],
        },
      ),
      by.law('logExp', 0),
      by.law('expZero'),
      by.rewrite(that`ln(exp(0)) = ln(1)`),
      logUpTo(ex`1 - ${q}`, ex`1`),
      by.positive(that`ln(1 - ${q}) <= 0`),
      by.positive(that`(1 - ${c})*(0 - ln(1 - ${q})) >= 0`),
      by.positive(that`ln(1 - ${q}) <= ${power}`),
      expRises(ex`ln(1 - ${q})`, power),
      by.law('expLog', ex`1 - ${q}`),
      by.positive(that`(1 - ${c})*${l} >= 0`),
      by.positive(that`-2*${l} <= -2*(${c}*${l})`),
      expRises(ex`-2*${l}`, ex`-2*(${c}*${l})`),
      by.positive(that`1 - exp(-2*(${c}*${l})) <= exp(${power})`),
      // 2 sinh x = e^x(1 − e^{−2x}), for x = λ and x = cλ.
      doubled(l),
      doubled(ex`${c}*${l}`),
      logOfProduct(ex`exp(${l})`, ex`1 - ${q}`),
      by.law('logExp', l),
      by.rewrite(that`ln(${P}) = ${l} + ln(1 - ${q})`),
      by.law('expAdd', ex`${c}*${l}`, power),
      by.rewrite(that`${c}*ln(${P}) = ${c}*${l} + ${power}`),
      by.rewrite(that`exp(${c}*ln(${P})) = exp(${c}*${l})*exp(${power})`),
      by.lemma(
        { E: ex`exp(${c}*${l})`, F: ex`exp(-2*(${c}*${l}))`, G: ex`exp(${power})`, R, T: ex`exp(${c}*ln(${P}))` },
        {
          from: ({ E, F, G, R, T }) => [
            that`${E} > 0`,
            that`1 - ${F} <= ${G}`,
            that`${R} = ${E}*(1 - ${F})`,
            that`${T} = ${E}*${G}`,
          ],
          shows: ({ R, T }) => that`${R} <= ${T}`,
          steps: ({ E, F, G, R, T }) => [
            by.positive(that`${E}*(${G} - (1 - ${F})) >= 0`),
            by.rewrite(that`${T} - ${R} = ${E}*(${G} - (1 - ${F}))`),
          ],
        },
      ),
      logBelow(R, ex`${c}*ln(${P})`),
      logOfProduct(alpha, alpha),
      logOfProduct(ex`${alpha}*${alpha}`, P),
      logOfProduct(ex`${alpha}*${alpha}`, R),
      by.ring(that`ln(${w1}) = ln(${alpha}*${alpha}*(${P}))`),
      by.ring(that`ln(${w2}) = ln(${alpha}*${alpha}*(${R}))`),
      by.lemma(
        {
          ...{ c, A: ex`ln(${alpha})`, B: ex`ln(${alpha}*${alpha})`, p: ex`ln(${P})`, r: ex`ln(${R})` },
          ...{ v: ex`ln(${w1})`, w: ex`ln(${w2})` },
        },
        {
          from: ({ c, A, B, p, r, v, w }) => [
            that`${B} = ${A} + ${A}`,
            that`${v} = ${B} + ${p}`,
            that`${w} = ${B} + ${r}`,
            that`${r} <= ${c}*${p}`,
          ],
          shows: ({ c, A, v, w }) => that`${w} <= 2*(1 - ${c})*${A} + ${c}*${v}`,
          steps: ({ c, A, p, r, v, w }) => [
            by.positive(that`${c}*${p} - ${r} >= 0`),
            by.rewrite(that`2*(1 - ${c})*${A} + ${c}*${v} - ${w} = ${c}*${p} - ${r}`),
          ],
        },
      ),
    ];
  },
});

/** 2 sinh x = e^x(1 − e^{−2x}). */
const doubled = (x: Expr) =>
  by.lemma(
    { x },
    {
      shows: ({ x }) => that`2*sinh(${x}) = exp(${x})*(1 - exp(-2*${x}))`,
      steps: ({ x }) => [
        by.law('sinhExp', x),
        by.law('expNeg', x),
        by.law('expAdd', ex`-${x}`, ex`-${x}`),
        by.ring(that`exp(-2*${x}) = exp(-${x} + -${x})`),
      ],
    },
  );
