import { by, claim, constant, ex, real, that } from 'counterflow';
import { barrett2020 } from '../_papers.ts';

export default claim('discretization/quadratic-sandwich', {
  says: 'Quadratic loss, z = ηλ ≥ 0: the modified flow over one step exceeds the step by at most z³/3, 0 ≤ e^{−z−z²/2} − (1 − z) ≤ z³/3.',
  status: 'theorem',
  source: { ...barrett2020, where: 'its modified flow; the two-sided bound is ours' },
  reals: { z: real('[0, 10]') },
  constants: { c: constant('3', { to: '4' }) },
  conclude: ({ z, c }) => that`0 <= exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/${c}`,
  boxes: 'conclusions',
  derivation: ({ z }) => [
    // e^{z + z²/2} ≥ 1 + z, so that the first difference rises from 0.
    by.law('expTangent', ex`${z} + ${z}^2/2`),
    by.law('expNeg', ex`${z} + ${z}^2/2`),
    by.positive(that`${z}^2/2 >= 0`),
    by.positive(that`1 + ${z} <= exp(${z} + ${z}^2/2)`),
    by.positive(that`exp(-(${z} + ${z}^2/2)) > 0`),
    by.positive(that`exp(-(${z} + ${z}^2/2))*(exp(${z} + ${z}^2/2) - (1 + ${z})) >= 0`),
    by.rewrite(
      that`1 - (1 + ${z})*exp(-${z} - ${z}^2/2) = exp(-(${z} + ${z}^2/2))*(exp(${z} + ${z}^2/2) - (1 + ${z}))`,
    ),
    by.positive(that`1 - (1 + ${z})*exp(-${z} - ${z}^2/2) >= 0`),
    // Its derivative, which mathjs finds, is the left side above.
    by.law('expZero'),
    by.companion(that`0 <= exp(-${z} - ${z}^2/2) - (1 - ${z})`),
    // The second one has the derivative z² − 1 + (1 + z)e^{−z − z²/2} = (1 + z)(e^{−z − z²/2} − (1 − z)).
    by.grows(that`exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/3`, {
      slope: ex`(1 + ${z})*(exp(-${z} - ${z}^2/2) - (1 - ${z}))`,
    }),
  ],
});
