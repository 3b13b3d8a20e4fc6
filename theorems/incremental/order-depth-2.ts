import { by, claim, ex, real, that } from 'counterflow';
import { logOfProduct, logOfQuotient, logUpTo } from '../_hyperbolic.ts';
import { gissin2019 } from '../_papers.ts';

export default claim('incremental/order-depth-2', {
  says: 'Depth 2: if σ₀ is small enough (a power of s₂, see notes), the larger mode is learned before the smaller begins.',
  status: 'theorem',
  source: gissin2019,
  notes:
    'Modes σ̇ = σ(s_i − σ) from a common σ₀, s₁ > s₂. Learned: σ₁ = f s₁; begun: σ₂ = b s₂, b < f. With r = s₁/s₂ the condition is σ₀ < b s₂ and (r − 1) ln σ₀ ≤ r ln(b s₂) + ln((1 − f)/(f s₁)). The condition is ours.',
  reals: {
    s1: real('(0, 4]'),
    s2: real('(0, 4]'),
    f: real('[1/2, 19/20]'),
    b: real('[1/20, 1/2]'),
    sigma0: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ s1, s2, f, b, sigma0 }) => ({
    learned: ex`ln(${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f})))/${s1}`,
    begun: ex`ln(${b}*(${s2} - ${sigma0})/(${sigma0}*(1 - ${b})))/${s2}`,
  }),
  assume: ({ s1, s2, f, b, sigma0 }) => [
    that`${s2} < ${s1}`,
    that`${b} < ${f}`,
    that`${sigma0} < ${b}*${s2}`,
    that`(${s1}/${s2} - 1)*ln(${sigma0}) <= ${s1}/${s2}*ln(${b}*${s2}) + ln((1 - ${f})/(${f}*${s1}))`,
  ],
  conclude: ({ learned, begun }) => that`${learned} <= ${begun}`,
  derivation: ({ s1, s2, f, b, sigma0 }) => {
    const [c, e] = [ex`(1 - ${f})/(${f}*${s1})`, ex`${b}*(${s2} - ${sigma0})/(1 - ${b})`];
    return [
      by.positive(that`${s2} - ${sigma0} > 0`),
      by.positive(that`${s1} - ${sigma0} > 0`),
      by.positive(that`1 - ${f} > 0`),
      by.positive(that`1 - ${b} > 0`),
      // The time of the larger mode, without σ₀ beside s₁; that of the smaller one, with bs₂ below its numerator.
      by.positive(that`${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f})) > 0`),
      by.positive(that`1/(${c}*${sigma0}) - ${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f})) >= 0`),
      logUpTo(ex`${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f}))`, ex`1/(${c}*${sigma0})`),
      logOfQuotient(ex`1`, ex`${c}*${sigma0}`),
      logOfProduct(c, sigma0),
      by.law('logExp', 0),
      by.law('expZero'),
      by.rewrite(that`ln(exp(0)) = ln(1)`),
      by.positive(that`${b}*(${b}*${s2} - ${sigma0})/(1 - ${b}) >= 0`),
      by.ring(that`${e} - ${b}*${s2} = ${b}*(${b}*${s2} - ${sigma0})/(1 - ${b})`),
      logUpTo(ex`${b}*${s2}`, e),
      logOfQuotient(e, sigma0),
      by.ring(that`ln(${e}/${sigma0}) = ln(${b}*(${s2} - ${sigma0})/(${sigma0}*(1 - ${b})))`),
      by.lemma(
        {
          ...{
            p: s1,
            q: s2,
            A: ex`ln(${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f})))`,
            C: ex`ln(${c})`,
            o: ex`ln(${sigma0})`,
          },
          ...{ B: ex`ln(${b}*(${s2} - ${sigma0})/(${sigma0}*(1 - ${b})))`, E: ex`ln(${e})`, D: ex`ln(${b}*${s2})` },
        },
        {
          from: ({ p, q, A, B, C, D, E, o }) => [
            that`${p} > 0`,
            that`${q} > 0`,
            that`${A} <= -${C} - ${o}`,
            that`${D} <= ${E}`,
            that`${B} = ${E} - ${o}`,
            that`(${p}/${q} - 1)*${o} <= ${p}/${q}*${D} + ${C}`,
          ],
          shows: ({ p, q, A, B }) => that`${A}/${p} <= ${B}/${q}`,
          steps: ({ p, q, A, B, D, E, o }) => [
            by.positive(that`${p}/${q}*(${E} - ${D}) >= 0`),
            by.positive(that`${p}/${q}*(${E} - ${o}) - ${A} >= 0`),
            by.positive(that`(${p}/${q}*(${E} - ${o}) - ${A})/${p} >= 0`),
            by.rewrite(that`${B}/${q} - ${A}/${p} = (${p}/${q}*(${E} - ${o}) - ${A})/${p}`),
          ],
        },
      ),
    ];
  },
});
