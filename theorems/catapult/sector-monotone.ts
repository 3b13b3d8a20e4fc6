import { by, constant, that } from 'counterflow';
import { falls } from './sector-curvature.ts';
import sectorSum from './sector-sum.ts';
import { factor } from './sector-window.ts';
import { squaresInOrder } from './squared.ts';

export default sectorSum.variant('catapult/sector-monotone', {
  says: 'Any loss with slope in the sector: if cηλ₀ ≤ 2, |f| never rises.',
  status: 'theorem',
  constants: { bound: constant('2', { to: '3' }) },
  assume: ({ eta, c, lambda0, bound }) => that`${c}*${eta}*${lambda0} <= ${bound}`,
  conclude: ({ run }) => run.always(({ f, next }) => that`abs(${next.f}) <= abs(${f})`),
  derivation: ({ run, m, eta, c, slope, lambda0 }) => [
    by.positive(that`${c}*${eta}*${lambda0} <= 4`),
    by.induction(run, {
      keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
      step: (now) => falls(m, eta, c, slope, lambda0, now),
    }),
    by.always(run, (now) => {
      const { K, δ, steps } = factor(m, eta, c, slope, now);
      return [
        ...steps,
        by.lemma(
          { a: now.lambda, L: lambda0, h: eta, c, s: slope },
          {
            from: ({ a, L, h, c, s }) => [
              that`${a} >= 0`,
              that`${h} > 0`,
              that`${c} > 0`,
              that`0 <= ${s} <= 1`,
              that`${a} <= ${L}`,
              that`${c}*${h}*${L} <= 2`,
            ],
            shows: ({ a, h, c, s }) => that`0 <= ${h}*${a}*(${c}*${s}) <= 2`,
            steps: ({ a, L, h, c, s }) => [
              by.positive(that`${h}*${a}*(${c}*${s}) >= 0`),
              by.positive(that`1 - ${s} >= 0`),
              by.positive(that`${L} - ${a} >= 0`),
              by.positive(that`${c}*${h}*(${L} - ${a}) >= 0`),
              by.positive(that`${c}*${h}*${a}*(1 - ${s}) >= 0`),
              by.ring(that`${h}*${a}*(${c}*${s}) = ${c}*${h}*${a} - ${c}*${h}*${a}*(1 - ${s})`),
            ],
          },
        ),
        by.lemma(
          { f: now.f, q: now.next.f, k: K, e: δ },
          {
            from: ({ f, q, k, e }) => [
              that`${q} = ${f}*(1 - ${k} + ${e})`,
              that`0 <= ${k} <= 2`,
              that`${e} >= 0`,
              that`${e} <= ${k}^2/4`,
            ],
            shows: ({ f, q }) => that`abs(${q}) <= abs(${f})`,
            steps: ({ f, q, k, e }) => [
              by.positive(that`${k}*(2 - ${k}) >= 0`),
              by.positive(that`${k} - ${e} >= 0`),
              by.positive(that`2 - ${k} + ${e} >= 0`),
              by.positive(that`${f}^2*(${k} - ${e})*(2 - ${k} + ${e}) >= 0`),
              by.rewrite(that`${f}^2 - ${q}^2 = ${f}^2*(${k} - ${e})*(2 - ${k} + ${e})`),
              by.positive(that`${q}^2 <= ${f}^2`),
              squaresInOrder(q, f),
            ],
          },
        ),
      ];
    }),
  ],
});
