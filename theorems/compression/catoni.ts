import { claim, type Expr, ex, oneOf, size, that } from 'counterflow';
import { draws } from '../_draws.ts';
import { lotfi2022 } from '../_papers.ts';

/** (1 − e^{−γx})/(1 − e^{−γ}), γ = λ/n. */
export const inverse = (x: number, gamma: number): number => (1 - Math.exp(-gamma * x)) / (1 - Math.exp(-gamma));
export const inverseAt = (x: Expr, gamma: Expr): Expr => ex`(1 - exp(-(${gamma})*(${x})))/(1 - exp(-(${gamma})))`;

export default claim('compression/catoni', {
  says: 'Prefix code lengths l, λ fixed, γ = λ/n: P(some h has R > Φ⁻¹(R̂ + (l ln 2 + ln(1/δ))/λ)) ≤ δ, Φ⁻¹(x) = (1 − e^{−γx})/(1 − e^{−γ}).',
  status: 'theorem',
  source: { ...lotfi2022, where: 'the bound of Catoni that it uses' },
  notes:
    'm equally likely points, all 2^m error patterns with codes of length m, δ = 3/10, 0/1 loss. The identity behind it is exponential-moment.',
  sizes: { m: size(2, 4), n: size(2, 6), lambda: oneOf(2, 5, 8) },
  where: ({ m, n, lambda }) => {
    const extra = m * Math.LN2 + Math.log(10 / 3);
    const { ways, within } = draws(
      m,
      n,
      () => m,
      (_, share) => inverse(share + extra / lambda, lambda / n),
    );
    const bound = (errors: number): Expr =>
      inverseAt(ex`${errors}/${n} + (${m}*ln(2) + ln(10/3))/${lambda}`, ex`${lambda}/${n}`);
    return { probability: ex`${ways}/${m}^${n}`, within, bound };
  },
  conclude: ({ m, probability, within, bound }) => [
    that`${probability} <= 3/10`,
    ...within.map((c) => that`${c.risk}/${m} <= ${bound(c.errors)}`),
  ],
});
