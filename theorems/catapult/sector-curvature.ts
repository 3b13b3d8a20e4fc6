import { and, by, type Expr, ex, that } from 'counterflow';
import sectorSum from './sector-sum.ts';

export default sectorSum.variant('catapult/sector-curvature', {
  says: 'If 0 ≤ g/f ≤ c and cηλ₀ ≤ 4, the curvature λ never increases.',
  status: 'theorem',
  assume: ({ gap }) => that`${gap} >= 0`,
  conclude: ({ run }) => run.always(({ lambda, next }) => that`${next.lambda} <= ${lambda}`),
  derivation: ({ run, m, eta, c, slope, lambda0, gap }) => {
    const falls = (now: { readonly [N in 'f' | 'g' | 'lambda']: Expr }, after: Expr) =>
      fallsBelow({ ...now, after, m, eta, c, slope, lambda0, gap });
    return [
      by.induction(run, {
        keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
        step: ({ f, g, lambda, next }) => falls({ f, g, lambda }, next.lambda),
      }),
      by.always(run, ({ f, g, lambda, next }) => falls({ f, g, lambda }, next.lambda)),
    ];
  },
});

type Step = { readonly [N in 'f' | 'g' | 'lambda' | 'after' | 'eta' | 'c' | 'slope' | 'lambda0' | 'gap']: Expr } & {
  readonly m: number;
};
/** λ₊ ≤ λ ≤ λ₀ from λ ≤ λ₀ and 4 − cηλ₀ ≥ 0. */
export const fallsBelow = ({ f, g, lambda, after, m, eta, c, slope, lambda0, gap }: Step) => [
  by.ring(that`${g}*${f} = ${c}*${slope}*${f}^2`),
  by.prove(that`${c}*${slope}*${f}^2 >= 0`),
  by.lemma(
    { a: lambda, b: after, L: lambda0, P: ex`${g}*${f}`, s: slope, k: ex`${eta}*${c}`, h: ex`${eta}/${m}`, G: gap },
    {
      from: ({ a, b, L, P, s, k, h, G }) => [
        that`${a} >= 0`,
        that`${a} <= ${L}`,
        that`${P} >= 0`,
        that`0 <= ${s} <= 1`,
        that`${k} >= 0`,
        that`${h} >= 0`,
        that`${G} >= 0`,
        that`${G} = 4 - ${k}*${L}`,
        that`${b} = ${a} - ${h}*${P}*(4 - ${k}*${s}*${a})`,
      ],
      shows: ({ a, b, L }) => and(that`${b} <= ${a}`, that`${b} <= ${L}`),
      steps: ({ a, L, P, s, k, h, G }) => [
        by.positive(that`${k}*(${L} - ${a}) >= 0`),
        by.positive(that`${k}*${a}*(1 - ${s}) >= 0`),
        by.positive(that`${G} + ${k}*(${L} - ${a}) + ${k}*${a}*(1 - ${s}) >= 0`),
        by.positive(that`${h}*${P}*(${G} + ${k}*(${L} - ${a}) + ${k}*${a}*(1 - ${s})) >= 0`),
        by.rewrite(
          that`${a} - ${h}*${P}*(4 - ${k}*${s}*${a}) = ${a} - ${h}*${P}*(${G} + ${k}*(${L} - ${a}) + ${k}*${a}*(1 - ${s}))`,
        ),
      ],
    },
  ),
];
