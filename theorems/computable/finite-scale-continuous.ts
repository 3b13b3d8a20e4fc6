import { by, claim, ex, real, that } from 'counterflow';
import { logBelow } from '../_hyperbolic.ts';
import { boche2024 } from '../_papers.ts';

export default claim('computable/finite-scale-continuous', {
  says: 'At initialization α > 0 the flow limit on x = (1, 1 + h), y = 1 is continuous in h, with slope ½λ√(1/4 + 4α⁴) − 1/4 at h = 0, which grows as α → 0.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'wᵢ = 2α² sinh(λxᵢ), λ = asinh(1/(4α²)) at h = 0. Differentiating w₁ + (1 + h)w₂ = 1: λ′ = −(λC + 1/2)/(2C), w₂′ = C(λ + λ′) with C = 2α² cosh λ.',
  reals: { alpha: real('[1/1000, 1]', { scale: 'log' }) },
  where: ({ alpha }) => {
    const lambda = ex`asinh(1/(4*${alpha}^2))`;
    const C = ex`2*${alpha}^2*cosh(${lambda})`;
    return { lambda, C, w: ex`2*${alpha}^2*sinh(${lambda})` };
  },
  conclude: ({ alpha, lambda, C, w }) => [
    that`abs(${w} - 1/2) <= 1/10^9`,
    that`abs(${C}*(${lambda} - (${lambda}*${C} + 1/2)/(2*${C})) - (${lambda}*sqrt(1/4 + 4*${alpha}^4)/2 - 1/4)) <= 1/10^9`,
    that`${lambda}*sqrt(1/4 + 4*${alpha}^4)/2 - 1/4 >= ln(1/(2*${alpha}^2))/4 - 1/4`,
  ],
  derivation: ({ alpha, lambda, C, w }) => {
    const [z, large] = [ex`1/(4*${alpha}^2)`, ex`1/(2*${alpha}^2)`];
    const root = ex`sqrt(1/4 + 4*${alpha}^4)`;
    return [
      by.law('sinhAsinh', z),
      by.rewrite(that`${w} = 1/2`),
      by.root(that`abs(${w} - 1/2) = 0`),
      by.law('sinhExp', lambda),
      by.law('coshExp', lambda),
      by.law('expNeg', lambda),
      by.rewrite(that`${C}^2 = 1/4 + 4*${alpha}^4`),
      by.positive(that`${C} > 0`),
      by.root(that`${root} = ${C}`),
      by.root(that`abs(${C}*(${lambda} - (${lambda}*${C} + 1/2)/(2*${C})) - (${lambda}*${root}/2 - 1/4)) = 0`),
      by.rewrite(that`exp(${lambda}) = ${large} + exp(-${lambda})`),
      logBelow(large, lambda),
      by.lemma(
        { r: root, q: ex`4*${alpha}^4`, l: lambda, k: ex`ln(${large})` },
        {
          from: ({ r, q, l, k }) => [
            that`${r} >= 0`,
            that`${q} >= 0`,
            that`${l} >= 0`,
            that`${r}^2 = 1/4 + ${q}`,
            that`${k} <= ${l}`,
          ],
          shows: ({ r, l, k }) => that`${l}*${r}/2 - 1/4 >= ${k}/4 - 1/4`,
          steps: ({ r, l, k }) => [
            by.contradiction(that`${r} >= 1/2`, by.positive(that`(1/2 - ${r})*(1/2 + ${r}) > 0`)),
            by.positive(that`${l}*(${r} - 1/2)/2 + (${l} - ${k})/4 >= 0`),
          ],
        },
      ),
    ];
  },
});
