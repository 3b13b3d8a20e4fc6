import { by, claim, type Expr, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';
import { upper } from './asinh-bounds.ts';
import { fenchel } from './hyperbolic-fenchel.ts';

const Q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

const tangent = {
  shows: ({ z, s }: { readonly z: Expr; readonly s: Expr }) => that`${Q(z)} + 2*(cosh(${s}) - 1) - ${s}*${z} >= 0`,
  steps: fenchel,
};

/** z ln z − z ≤ q(z) for z > 0: Fenchel at the slope ln z, from 1 on; below, q is not negative. */
export const entropyBelow = (z: Expr) =>
  by.lemma(
    { z },
    {
      from: ({ z }) => that`${z} > 0`,
      shows: ({ z }) => that`${z}*ln(${z}) - ${z} <= ${Q(z)}`,
      steps: ({ z }) => [
        by.law('expLog', z),
        by.law('expNeg', ex`ln(${z})`),
        by.law('coshExp', ex`ln(${z})`),
        by.law('coshExp', 0),
        by.law('expZero'),
        by.rewrite(that`cosh(0) = 1`),
        by.rewrite(that`cosh(ln(${z})) = (${z} + 1/${z})/2`),
        by.lemma({ z, s: ex`ln(${z})` }, tangent),
        by.lemma({ z, s: ex`0` }, tangent),
        by.law('expTangent', ex`-ln(${z})`),
        by.law('expTangent', ex`ln(${z})`),
        by.cases(that`${z}*ln(${z}) - ${z} <= ${Q(z)}`, {
          between: [z, 1],
          below: [by.positive(that`ln(${z}) <= 0`), by.positive(that`${z}*(0 - ln(${z})) >= 0`)],
          above: [
            by.positive(that`1/${z} <= 1`),
            by.rewrite(
              that`${Q(z)} + 2*((${z} + 1/${z})/2 - 1) - ln(${z})*${z} = ${Q(z)} + 2*(cosh(ln(${z})) - 1) - ln(${z})*${z}`,
            ),
          ],
        }),
      ],
    },
  );

/** q(x) ≤ (1 + x) ln(1 + x) − x for x ≥ 0. */
export const entropyAbove = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => that`${x} >= 0`,
      shows: ({ x }) => that`${Q(x)} <= (1 + ${x})*ln(1 + ${x}) - ${x}`,
      steps: ({ x }) => [
        by.root(that`sqrt((${x}/2)^2 + 1) = sqrt(4 + ${x}^2)/2`),
        by.root(that`sqrt(4 + 0^2) = 2`),
        by.law('expZero'),
        by.law('logExp', 0),
        by.rewrite(that`ln(exp(0)) = ln(1)`),
        by.lemma(
          { z: x },
          { from: ({ z }) => that`${z} >= 0`, shows: ({ z }) => that`asinh(${z}/2) <= ln(1 + ${z})`, steps: upper },
        ),
        by.grows(that`${Q(x)} <= (1 + ${x})*ln(1 + ${x}) - ${x}`, { slope: ex`ln(1 + ${x}) - asinh(${x}/2)` }),
      ],
    },
  );

export default claim('potential/hyperbolic-entropy', {
  says: 'q(z) = 2 − √(4 + z²) + z asinh(z/2) lies between z ln z − z and (1 + z) ln(1 + z) − z.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'the potential Q_α(w) = Σ α² q(w/α²) of w = u² − v²; these bounds are ours' },
  notes: 'The upper bound is the reason why small initialization means nearly least ℓ1 norm, with an explicit error.',
  reals: { z: real('[1/1000000, 1000000]', { scale: 'log' }) },
  where: ({ z }) => ({ q: Q(z) }),
  conclude: ({ z, q }) => that`${z}*ln(${z}) - ${z} <= ${q} <= (1 + ${z})*ln(1 + ${z}) - ${z}`,
  boxes: 'conclusions',
  derivation: ({ z }) => [entropyBelow(z), entropyAbove(z)],
});
