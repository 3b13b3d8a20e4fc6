import { by, ex, that } from 'counterflow';
import { fallsBelow } from './sector-curvature.ts';
import sectorSum from './sector-sum.ts';
import { squaresInOrder } from './squared.ts';

export default sectorSum.variant('catapult/sector-monotone', {
  says: 'If 0 ≤ g/f ≤ c and cηλ₀ ≤ 2, |f| never increases: at every width and from every start.',
  status: 'theorem',
  assume: ({ gap }) => that`${gap} >= 2`,
  conclude: ({ run }) => run.always(({ f, next }) => that`abs(${next.f}) <= abs(${f})`),
  derivation: ({ run, m, eta, c, slope, lambda0, gap }) => [
    by.induction(run, {
      keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
      step: ({ f, g, lambda, next }) =>
        fallsBelow({ f, g, lambda, after: next.lambda, m, eta, c, slope, lambda0, gap }),
    }),
    by.always(run, ({ u, v, f, lambda, next }) => [
      by.ring(that`${next.f} = ${f}*(1 - ${eta}*${c}*${slope}*${lambda} + ${eta}^2*${c}^2*${slope}^2*${f}^2/${m})`),
      by.positive(that`sum((${u} - ${v})^2) >= 0`),
      by.positive(that`sum((${u} + ${v})^2) >= 0`),
      by.positive(that`sum((${u} - ${v})^2)*sum((${u} + ${v})^2)/${m} >= 0`),
      by.ring(that`${m}*${lambda}^2 - 4*${f}^2 = sum((${u} - ${v})^2)*sum((${u} + ${v})^2)/${m}`),
      by.lemma(
        {
          ...{ f, q: next.f, a: lambda, L: lambda0, s: slope, k: ex`${eta}*${c}`, G: gap },
          ...{ w: ex`sum((${u} - ${v})^2)*sum((${u} + ${v})^2)/${m}` },
        },
        {
          from: ({ f, q, a, L, s, k, G, w }) => [
            that`${a} >= 0`,
            that`${a} <= ${L}`,
            that`0 <= ${s} <= 1`,
            that`${k} >= 0`,
            that`${w} >= 0`,
            that`${G} >= 2`,
            that`${G} = 4 - ${k}*${L}`,
            that`${m}*${a}^2 - 4*${f}^2 = ${w}`,
            that`${q} = ${f}*(1 - ${k}*${s}*${a} + ${k}^2*${s}^2*${f}^2/${m})`,
          ],
          shows: ({ f, q }) => that`abs(${q}) <= abs(${f})`,
          steps: ({ f, q, a, L, s, k, w }) => [
            by.positive(that`${k}*(${L} - ${a}) >= 0`),
            by.positive(that`${k}*${a}*(1 - ${s}) >= 0`),
            by.positive(that`${k}*${s}*${a} >= 0`),
            by.positive(that`2 - ${k}*${s}*${a} >= 0`),
            by.positive(that`${k}^2*${s}^2*${f}^2/${m} >= 0`),
            by.positive(that`2 - ${k}*${s}*${a} + ${k}^2*${s}^2*${f}^2/${m} >= 0`),
            by.positive(that`${k}^2*${s}^2*${w} >= 0`),
            by.rewrite(that`${k}^2*${s}^2*(${m}*${a}^2 - 4*${f}^2) = ${k}^2*${s}^2*${w}`),
            by.positive(that`${k}^2*${s}^2*(${m}*${a}^2 - 4*${f}^2) >= 0`),
            by.positive(that`${k}*${s}*${a}*(2 - ${k}*${s}*${a}) >= 0`),
            by.positive(that`${k}*${s}*${a} - ${k}^2*${s}^2*${f}^2/${m} >= 0`),
            by.positive(
              that`${f}^2*(2 - ${k}*${s}*${a} + ${k}^2*${s}^2*${f}^2/${m})*(${k}*${s}*${a} - ${k}^2*${s}^2*${f}^2/${m}) >= 0`,
            ),
            by.rewrite(
              that`${f}^2 - ${q}^2 = ${f}^2*(2 - ${k}*${s}*${a} + ${k}^2*${s}^2*${f}^2/${m})*(${k}*${s}*${a} - ${k}^2*${s}^2*${f}^2/${m})`,
            ),
            by.positive(that`${q}^2 <= ${f}^2`),
            squaresInOrder(q, f),
          ],
        },
      ),
    ]),
  ],
});
