import { by, claim, type Expr, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

/** With p = asinh(z/2): the gap is e^p(e^{s−p} − 1 − (s−p)) + e^{−p}(e^{p−s} − 1 − (p−s)), two tangents of exp. */
export const fenchel = ({ z, s }: { readonly z: Expr; readonly s: Expr }) => {
  const p = ex`asinh(${z}/2)`;
  const above = ex`exp(${p})*(exp(${s} - ${p}) - (1 + (${s} - ${p})))`;
  const below = ex`exp(-${p})*(exp(${p} - ${s}) - (1 + (${p} - ${s})))`;
  return [
    by.law('sinhAsinh', ex`${z}/2`),
    by.law('sinhExp', p),
    by.law('coshExp', p),
    by.law('coshExp', s),
    by.law('expNeg', p),
    by.root(that`sqrt(4 + ${z}^2) = exp(${p}) + exp(-${p})`),
    by.law('expTangent', ex`${s} - ${p}`),
    by.law('expTangent', ex`${p} - ${s}`),
    by.law('expAdd', s, ex`-${p}`),
    by.law('expAdd', p, ex`-${s}`),
    by.positive(that`${above} >= 0`),
    by.positive(that`${below} >= 0`),
    by.rewrite(that`${q(z)} + 2*(cosh(${s}) - 1) - ${s}*${z} = ${above} + ${below}`),
    by.positive(that`${q(z)} + 2*(cosh(${s}) - 1) - ${s}*${z} >= 0`),
  ];
};

export default claim('potential/hyperbolic-fenchel', {
  says: 'q(z) + 2(cosh s − 1) ≥ s z for all z and s: the inequality behind dual bounds and convexity of the potential.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential; rederived' },
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2); equality iff z = 2 sinh s.',
  reals: { z: real('[-10, 10]'), s: real('[-5, 5]') },
  conclude: ({ z, s }) => that`${q(z)} + 2*(cosh(${s}) - 1) >= ${s}*${z}`,
  derivation: fenchel,
});
