import { and, by, constant, type Expr, ex, that } from 'counterflow';
import sectorSum from './sector-sum.ts';

type Named = { readonly [N in 'f' | 'lambda']: Expr };
type Step = { readonly [N in 'a' | 'b' | 'L' | 'h' | 'r' | 'c' | 's' | 'F']: Expr };
/** λ⁺ = λ − (η/m)(g/f)f²(4 − ηλg/f), and ηλg/f ≤ cηλ₀ ≤ 4 while λ ≤ λ₀. */
export const falls = (
  m: number,
  eta: Expr,
  c: Expr,
  slope: Expr,
  L: Expr,
  { f, lambda, next }: Named & { readonly next: Named },
) => [
  by.ring(that`${next.lambda} = ${lambda} - ${eta}/${m}*(${c}*${slope}*${f}^2)*(4 - ${eta}*${lambda}*(${c}*${slope}))`),
  by.lemma(
    { a: lambda, b: next.lambda, L, h: eta, r: ex`${c}*${slope}`, c, s: slope, F: ex`${f}^2` },
    {
      from: ({ a, b, L, h, r, c, s, F }: Step) => [
        that`${a} >= 0`,
        that`${F} >= 0`,
        that`${h} > 0`,
        that`${c} > 0`,
        that`0 <= ${s} <= 1`,
        that`${r} = ${c}*${s}`,
        that`${a} <= ${L}`,
        that`${c}*${h}*${L} <= 4`,
        that`${b} = ${a} - ${h}/${m}*(${r}*${F})*(4 - ${h}*${a}*${r})`,
      ],
      shows: ({ a, b, L }: Step) => and(that`${b} <= ${a}`, that`${b} <= ${L}`),
      steps: ({ a, b, L, h, r, c, s, F }: Step) => [
        by.positive(that`${r} >= 0`),
        by.positive(that`1 - ${s} >= 0`),
        by.positive(that`${L} - ${a} >= 0`),
        by.positive(that`${c}*${h}*(${L} - ${a}) >= 0`),
        by.positive(that`${c}*${h}*${a}*(1 - ${s}) >= 0`),
        by.rewrite(that`${h}*${a}*${r} = ${c}*${h}*${a} - ${c}*${h}*${a}*(1 - ${s})`),
        by.positive(that`4 - ${h}*${a}*${r} >= 0`),
        by.positive(that`${h}/${m}*(${r}*${F})*(4 - ${h}*${a}*${r}) >= 0`),
        by.rewrite(that`${a} - ${b} = ${h}/${m}*(${r}*${F})*(4 - ${h}*${a}*${r})`),
        by.positive(that`${b} <= ${a}`),
      ],
    },
  ),
];

export default sectorSum.variant('catapult/sector-curvature', {
  says: 'Any loss with slope in the sector: if cηλ₀ ≤ 4 the curvature λ never rises.',
  status: 'theorem',
  constants: { bound: constant('4', { to: '5' }) },
  assume: ({ eta, c, lambda0, bound }) => that`${c}*${eta}*${lambda0} <= ${bound}`,
  conclude: ({ run }) => run.always(({ lambda, next }) => that`${next.lambda} <= ${lambda}`),
  derivation: ({ run, m, eta, c, slope, lambda0 }) => [
    by.induction(run, {
      keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
      step: (now) => falls(m, eta, c, slope, lambda0, now),
    }),
    by.always(run, (now) => falls(m, eta, c, slope, lambda0, now)),
  ],
});
