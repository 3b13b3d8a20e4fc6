import { claim, ex, real, size, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('bias/flow-limit-rate', {
  says: 'One sample, R = |y|/‖x‖∞ the least ℓ1 norm, ρ = R/α² > ed: S/R ≤ ((1 + d/ρ) ln(ρ + d) − 1)/(ln(ρ/d) − 1).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; explicit form of the approach to least ℓ1 norm is ours' },
  notes:
    'S = ‖w‖₁ of the flow limit w = 2α² sinh(λx) on u² − v² from u = v = α, y = ⟨x, w⟩. The excess is about ln d/ln(R/α²).',
  sizes: { d: size(2, 6) },
  reals: { x: vector('d', '[-1, 1]'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ x, lambda, alpha }) => {
    const w = ex`2*${alpha}^2*sinh(${lambda}*${x})`;
    const R = ex`sum(${x}*${w})/normInf(${x})`;
    return { S: ex`norm1(${w})`, R, rho: ex`${R}/${alpha}^2` };
  },
  assume: ({ d, rho }) => that`${rho} > ${d}*exp(1)`,
  conclude: ({ d, S, R, rho }) => that`${S}*(ln(${rho}/${d}) - 1) <= ${R}*((1 + ${d}/${rho})*ln(${rho} + ${d}) - 1)`,
});
