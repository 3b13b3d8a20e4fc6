import { by, type Expr, ex, that } from 'counterflow';
import sectorSum from './sector-sum.ts';

type Named = { readonly [N in 'u' | 'v' | 'f' | 'g' | 'lambda']: Expr };
type Now = Named & { readonly next: Named };
type Step = { readonly [N in 'f' | 'q' | 'k' | 'e']: Expr };

/** f⁺ = f(1 − K + δ) with K = ηλr, r = cs the slope, and 0 ≤ δ = η²r²f²/m ≤ K²/4, since 4f² ≤ mλ². */
export const factor = (m: number, eta: Expr, c: Expr, slope: Expr, { u, v, f, lambda, next }: Now) => {
  const K = ex`${eta}*${lambda}*(${c}*${slope})`;
  const δ = ex`${eta}^2*(${c}*${slope})^2*${f}^2/${m}`;
  const spread = ex`sum((${u} - ${v})^2)*sum((${u} + ${v})^2)/${m}`;
  const steps = [
    by.ring(that`${next.f} = ${f}*(1 - ${K} + ${δ})`),
    by.positive(that`sum((${u} - ${v})^2) >= 0`),
    by.positive(that`sum((${u} + ${v})^2) >= 0`),
    by.positive(that`${spread} >= 0`),
    by.ring(that`${K}^2/4 - ${δ} = ${eta}^2*(${c}*${slope})^2*(${spread})/(4*${m})`),
    by.positive(that`${eta}^2*(${c}*${slope})^2*(${spread})/(4*${m}) >= 0`),
    by.positive(that`${δ} <= ${K}^2/4`),
    by.positive(that`${δ} >= 0`),
  ];
  return { K, δ, steps };
};

export default sectorSum.variant('catapult/sector-window', {
  says: 'Any loss with slope in the sector: f changes by a factor between 1 − K and (1 − K/2)², K = ηλg/f, at every step.',
  status: 'theorem',
  assume: () => [],
  conclude: ({ run, eta, c, slope }) =>
    run.always(({ f, lambda, next }) => {
      const K = ex`${eta}*${lambda}*(${c}*${slope})`;
      return that`(1 - ${K})*${f}^2 <= ${next.f}*${f} <= (1 - ${K}/2)^2*${f}^2`;
    }),
  derivation: ({ run, m, eta, c, slope }) =>
    by.always(run, (now) => {
      const { K, δ, steps } = factor(m, eta, c, slope, now);
      return [
        ...steps,
        by.lemma(
          { f: now.f, q: now.next.f, k: K, e: δ },
          {
            from: ({ f, q, k, e }: Step) => [
              that`${q} = ${f}*(1 - ${k} + ${e})`,
              that`${e} >= 0`,
              that`${e} <= ${k}^2/4`,
            ],
            shows: ({ f, q, k }: Step) => that`(1 - ${k})*${f}^2 <= ${q}*${f} <= (1 - ${k}/2)^2*${f}^2`,
            steps: ({ f, q, k, e }: Step) => [
              by.positive(that`${e}*${f}^2 >= 0`),
              by.positive(that`(${k}^2/4 - ${e})*${f}^2 >= 0`),
              by.rewrite(that`${q}*${f} = (1 - ${k} + ${e})*${f}^2`),
            ],
          },
        ),
      ];
    }),
});
