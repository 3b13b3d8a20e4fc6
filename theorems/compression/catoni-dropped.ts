import { claim, type Expr, ex, oneOf, that } from 'counterflow';
import { draws } from '../_draws.ts';
import { lotfi2022 } from '../_papers.ts';
import { inverse, inverseAt } from './catoni.ts';

export default claim('compression/catoni-dropped', {
  says: 'The bound of Catoni holds without the code length: P(some h has R > Φ⁻¹(R̂ + ln(1/δ)/λ)) ≤ δ.',
  status: 'refuted',
  source: { ...lotfi2022, where: 'the bound of Catoni that it uses, without its code length' },
  notes: 'All 16 error patterns on 4 equally likely points, n = 6, δ = 3/10. It fails at λ = 8, not at λ = 5.',
  sizes: { lambda: oneOf(5, 8) },
  where: ({ lambda }) => {
    const { ways, above } = draws(
      4,
      6,
      () => 0,
      (_, share) => inverse(share + Math.log(10 / 3) / lambda, lambda / 6),
    );
    const bound = (errors: number): Expr => inverseAt(ex`${errors}/6 + ln(10/3)/${lambda}`, ex`${lambda}/6`);
    return { probability: ex`${ways}/4^6`, above, bound };
  },
  assume: ({ above, bound }) => above.map((c) => that`${c.risk}/4 > ${bound(c.errors)}`),
  conclude: ({ probability }) => that`${probability} <= 3/10`,
});
