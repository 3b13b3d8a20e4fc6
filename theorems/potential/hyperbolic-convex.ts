import { and, by, claim, type Expr, ex, size, sum, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';
import { fenchel } from './hyperbolic-fenchel.ts';

export const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

/** x ≥ 0 gives d·q(Σ x_i/d) ≤ Σ q(x_i) ≤ q(Σ x_i): Fenchel at the mean, and q rises faster further out. */
export const convexity = (x: Expr, d: number) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`${x} >= 0`,
      shows: ({ x }) => {
        const total = sum(d, (i) => q(x.at(i)));
        return and(that`${d}*${q(ex`sum(${x})/${d}`)} <= ${total}`, that`${total} <= ${q(ex`sum(${x})`)}`);
      },
      steps: ({ x }) => convex(x, ex`sum(${x})`, d),
    },
  );
const convex = (x: Expr, s: Expr, d: number) => {
  const sums = Array.from({ length: d - 1 }, (_, i) => sum(i + 1, (k) => x.at(k)));
  return [
    by.lemma(
      { z: x, p: ex`asinh(${s}/${d}/2)` },
      {
        entries: true,
        shows: ({ z, p }) => that`${q(z)} + 2*(cosh(${p}) - 1) - ${p}*${z} >= 0`,
        steps: ({ z, p }) => fenchel({ z, s: p }),
      },
    ),
    by.lemma(
      { m: ex`${s}/${d}` },
      {
        shows: ({ m }) => that`${q(m)} = asinh(${m}/2)*${m} - 2*(cosh(asinh(${m}/2)) - 1)`,
        steps: ({ m }) => [
          by.law('sinhAsinh', ex`${m}/2`),
          by.law('sinhExp', ex`asinh(${m}/2)`),
          by.law('coshExp', ex`asinh(${m}/2)`),
          by.law('expNeg', ex`asinh(${m}/2)`),
          by.root(that`sqrt(4 + ${m}^2) = 2*cosh(asinh(${m}/2))`),
        ],
      },
    ),
    ...sums.map((a, i) =>
      by.lemma(
        { a, b: x.at(i + 1) },
        {
          from: ({ a, b }) => [that`${a} >= 0`, that`${b} >= 0`],
          shows: ({ a, b }) => that`${q(a)} + ${q(b)} <= ${q(ex`${a} + ${b}`)}`,
          steps: ({ a, b }) => [
            by.root(that`sqrt((${b}/2)^2 + 1) = sqrt(4 + ${b}^2)/2`),
            by.root(that`sqrt(((${a} + ${b})/2)^2 + 1) = sqrt(4 + (${a} + ${b})^2)/2`),
            by.root(that`sqrt(4 + 0^2) = 2`),
            by.grows(that`0 <= asinh((${a} + ${b})/2) - asinh(${b}/2)`),
            by.grows(that`${q(a)} + ${q(b)} <= ${q(ex`${a} + ${b}`)}`, {
              slope: ex`asinh((${a} + ${b})/2) - asinh(${b}/2)`,
            }),
          ],
        },
      ),
    ),
  ];
};

export default claim('potential/hyperbolic-convex', {
  says: 'For x ≥ 0 and s = Σ x_i: d·q(s/d) ≤ Σ q(x_i) ≤ q(s).',
  status: 'theorem',
  source: {
    ...woodworth2020,
    where: 'its potential; convexity and superadditivity give the ℓ1 bound with explicit constants',
  },
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2) is convex with q(0) = 0.',
  sizes: { d: size(2, 4) },
  reals: { x: vector('d', '[0, 100]') },
  where: ({ x }) => ({ s: ex`sum(${x})` }),
  conclude: ({ d, x, s }) => that`${d}*${q}(${s}/${d}) <= ${sum(d, (i) => q(x.at(i)))} <= ${q}(${s})`,
  derivation: ({ d, x }) => convexity(x, d),
});
