import { and, by, constant, type Expr, ex, that } from 'counterflow';
import entropy from './hyperbolic-entropy.ts';

/** x ≥ 0 gives x²/(4√(1 + x²/k)) ≤ q(x) ≤ x²/4 for k ≤ 24. */
export const nearlyQuadratic = (x: Expr, k: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`${x} >= 0`,
      shows: ({ x }) => {
        const q = ex`2 - sqrt(4 + ${x}^2) + ${x}*asinh(${x}/2)`;
        return and(that`${q} <= ${x}^2/4`, that`${x}^2/(4*sqrt(1 + ${x}^2/${k})) <= ${q}`);
      },
      steps: ({ x }) => [
        ...bounds(x),
        flatter(x, k),
        by.lemma(
          {
            a: ex`${x}^2/(4*sqrt(1 + ${x}^2/${k}))`,
            b: ex`${x}^2/(4*sqrt(1 + ${x}^2/24))`,
            c: ex`2 - sqrt(4 + ${x}^2) + ${x}*asinh(${x}/2)`,
          },
          { from: ({ a, b, c }) => [that`${a} <= ${b}`, that`${b} <= ${c}`], shows: ({ a, c }) => that`${a} <= ${c}` },
        ),
      ],
    },
  );
const bounds = (x: Expr) => {
  const [r, s] = [ex`sqrt(1 + ${x}^2/4)`, ex`sqrt(1 + ${x}^2/24)`];
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
    // The derivative of x²/(4s) is x(48 + x²)/(96s³), of which the derivative is (48 − x²)/(96s⁵) ≤ 1/(2r), by squares.
    by.lemma(
      { X: x, r, s },
      {
        from: ({ X, r, s }) => [
          that`${r} > 0`,
          that`${s} > 0`,
          that`${r}^2 = 1 + ${X}^2/4`,
          that`${s}^2 = 1 + ${X}^2/24`,
        ],
        shows: ({ X, r, s }) => that`48*${s}^5 - (48 - ${X}^2)*${r} >= 0`,
        steps: ({ X, r, s }) => {
          const rest = ex`63*${X}^4 + 17/12*${X}^6 + 5/144*${X}^8 + ${X}^10/3456`;
          return [
            by.positive(that`${s}^5 > 0`),
            by.positive(that`${rest} >= 0`),
            by.ring(that`${s}^10 = (${s}^2)^5`),
            by.rewrite(that`${s}^10 = (1 + ${X}^2/24)^5`),
            by.ring(
              that`((48 - ${X}^2)*${r} - 48*${s}^5)*((48 - ${X}^2)*${r} + 48*${s}^5) = (48 - ${X}^2)^2*${r}^2 - 2304*${s}^10`,
            ),
            by.rewrite(that`(48 - ${X}^2)^2*${r}^2 - 2304*${s}^10 = -(${rest})`),
            by.contradiction(that`48*${s}^5 - (48 - ${X}^2)*${r} >= 0`, [
              by.positive(that`(48 - ${X}^2)*${r} + 48*${s}^5 > 0`),
              by.positive(that`((48 - ${X}^2)*${r} - 48*${s}^5)*((48 - ${X}^2)*${r} + 48*${s}^5) > 0`),
            ]),
          ];
        },
      },
    ),
    by.grows(that`${x}*(48 + ${x}^2)/(96*${s}^3) <= asinh(${x}/2)`, {
      slope: ex`(48*${s}^5 - (48 - ${x}^2)*${r})/(96*${s}^5*${r})`,
    }),
    by.grows(that`${x}^2/(4*${s}) <= ${q}`, { slope: ex`asinh(${x}/2) - ${x}*(48 + ${x}^2)/(96*${s}^3)` }),
  ];
};
/** √(1 + x²/24) ≤ √(1 + x²/k). */
const flatter = (x: Expr, k: Expr) =>
  by.lemma(
    { y: ex`${x}^2`, s: ex`sqrt(1 + ${x}^2/24)`, r: ex`sqrt(1 + ${x}^2/${k})` },
    {
      from: ({ y, s, r }) => [
        that`${y} >= 0`,
        that`${s} > 0`,
        that`${r} > 0`,
        that`${s}^2 = 1 + ${y}/24`,
        that`${r}^2 = 1 + ${y}/${k}`,
      ],
      shows: ({ y, s, r }) => that`${y}/(4*${r}) <= ${y}/(4*${s})`,
      steps: ({ y, s, r }) => [
        by.positive(that`${y}*(1/${k} - 1/24) >= 0`),
        by.positive(that`${s}^2 <= ${r}^2`),
        by.contradiction(that`${s} <= ${r}`, by.positive(that`(${s} - ${r})*(${s} + ${r}) > 0`)),
        by.positive(that`${y}*(${r} - ${s})/(4*${r}*${s}) >= 0`),
        by.ring(that`${y}/(4*${s}) - ${y}/(4*${r}) = ${y}*(${r} - ${s})/(4*${r}*${s})`),
      ],
    },
  );

export default entropy.variant('potential/hyperbolic-quadratic', {
  says: 'z²/(4√(1 + z²/4)) ≤ q(z) ≤ z²/4: the potential is the squared norm where w is small against α².',
  status: 'theorem',
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  constants: { c: constant('4', { to: '8' }), k: constant('4', { to: '40' }) },
  conclude: ({ z, q, c, k }) => that`${z}^2/(4*sqrt(1 + ${z}^2/${k})) <= ${q} <= ${z}^2/${c}`,
  boxes: 'conclusions',
  derivation: ({ z, k }) => nearlyQuadratic(z, k),
});
