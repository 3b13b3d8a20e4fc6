import { by, claim, ex, real, that } from 'counterflow';
import { logBefore } from '../_hyperbolic.ts';
import { gissin2019 } from '../_papers.ts';

export default claim('incremental/order-depth-1', {
  says: 'Depth 1 never learns in order: the smaller mode begins before the larger is learned, from every σ₀.',
  status: 'theorem',
  source: gissin2019,
  notes: 'Modes σ̇ = s_i − σ from a common σ₀ < s₂ < s₁. Learned: σ₁ = f s₁; begun: σ₂ = b s₂ with b ≤ f.',
  reals: {
    s1: real('(0, 4]'),
    s2: real('(0, 4]'),
    f: real('(0, 1)'),
    b: real('(0, 1)'),
    sigma0: real('(0, 4]'),
  },
  where: ({ s1, s2, f, b, sigma0 }) => ({
    learned: ex`ln((${s1} - ${sigma0})/(${s1}*(1 - ${f})))`,
    begun: ex`ln((${s2} - ${sigma0})/(${s2}*(1 - ${b})))`,
  }),
  assume: ({ s1, s2, f, b, sigma0 }) => [that`${sigma0} < ${s2} < ${s1}`, that`${b} <= ${f}`],
  conclude: ({ learned, begun }) => that`${learned} > ${begun}`,
  derivation: ({ s1, s2, f, b, sigma0 }) => [
    by.positive(that`${s1} - ${sigma0} > 0`),
    by.positive(that`${s2} - ${sigma0} > 0`),
    by.positive(that`1 - ${f} > 0`),
    by.positive(that`1 - ${b} > 0`),
    by.lemma(
      { p: s1, q: s2, f, b, o: sigma0 },
      {
        from: ({ p, q, f, b, o }) => [
          that`${o} > 0`,
          that`${q} > 0`,
          that`${q} < ${p}`,
          that`${p} - ${o} > 0`,
          that`1 - ${f} > 0`,
          that`1 - ${b} > 0`,
          that`${b} <= ${f}`,
        ],
        shows: ({ p, q, f, b, o }) => that`(${q} - ${o})/(${q}*(1 - ${b})) < (${p} - ${o})/(${p}*(1 - ${f}))`,
        steps: ({ p, q, f, b, o }) => {
          const gap = ex`((${p} - ${o})*${q}*(${f} - ${b}) + (1 - ${f})*${o}*(${p} - ${q}))/(${p}*${q}*(1 - ${b})*(1 - ${f}))`;
          return [
            by.positive(that`${p} > 0`),
            by.positive(that`${f} - ${b} >= 0`),
            by.positive(that`${p} - ${q} > 0`),
            by.positive(that`${gap} > 0`),
            by.ring(that`(${p} - ${o})/(${p}*(1 - ${f})) - (${q} - ${o})/(${q}*(1 - ${b})) = ${gap}`),
          ];
        },
      },
    ),
    logBefore(ex`(${s2} - ${sigma0})/(${s2}*(1 - ${b}))`, ex`(${s1} - ${sigma0})/(${s1}*(1 - ${f}))`),
  ],
});
