import { and, by, constant, type Expr, ex, that } from 'counterflow';
import entropy from './hyperbolic-entropy.ts';

/** x ≥ 0 gives x²/(4√(1 + x²/4)) ≤ q(x) ≤ x²/4. */
export const nearlyQuadratic = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`${x} >= 0`,
      shows: ({ x }) =>
        and(
          that`2 - sqrt(4 + ${x}^2) + ${x}*asinh(${x}/2) <= ${x}^2/4`,
          that`${x}^2/(4*sqrt(1 + ${x}^2/4)) <= 2 - sqrt(4 + ${x}^2) + ${x}*asinh(${x}/2)`,
        ),
      steps: ({ x }) => {
        const r = ex`sqrt(1 + ${x}^2/4)`;
        const q = ex`2 - sqrt(4 + ${x}^2) + ${x}*asinh(${x}/2)`;
        return [
          by.root(that`sqrt(4 + ${x}^2) = 2*${r}`),
          by.root(that`sqrt((${x}/2)^2 + 1) = ${r}`),
          by.root(that`sqrt(4 + 0^2) = 2`),
          by.law('expZero'),
          by.law('sinhExp', ex`0`),
          by.rewrite(that`sinh(0) = 0`),
          by.law('asinhSinh', ex`0`),
          by.rewrite(that`asinh(sinh(0)) = asinh(0)`),
          by.contradiction(that`${r} >= 1`),
          by.positive(that`1/${r} <= 1`),
          by.grows(that`asinh(${x}/2) <= ${x}/2`, { slope: ex`(1 - 1/${r})/2` }),
          by.grows(that`${q} <= ${x}^2/4`, { slope: ex`${x}/2 - asinh(${x}/2)` }),
          by.grows(that`${x}/(2*${r}) <= asinh(${x}/2)`, { slope: ex`${x}^2/(8*${r}^3)` }),
          by.grows(that`${x}^2/(4*${r}) <= ${q}`, {
            slope: ex`asinh(${x}/2) - ${x}/(2*${r}) + ${x}^3/(16*${r}^3)`,
          }),
        ];
      },
    },
  );

export default entropy.variant('potential/hyperbolic-quadratic', {
  says: 'z²/(4√(1 + z²/4)) ≤ q(z) ≤ z²/4: the potential is the squared norm where w is small against α².',
  status: 'theorem',
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  constants: { c: constant('4', { to: '8' }) },
  conclude: ({ z, q, c }) => that`${z}^2/(4*sqrt(1 + ${z}^2/4)) <= ${q} <= ${z}^2/${c}`,
  boxes: 'conclusions',
  derivation: ({ z }) => nearlyQuadratic(z),
});
