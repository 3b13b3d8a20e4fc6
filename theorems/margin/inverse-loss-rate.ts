import { claim, ex, exponential, flow, matrix, size, that, unit, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/inverse-loss-rate', {
  says: 'Along the gradient flow of the exponential loss 1/L grows with a rate between γ² and R².',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−(Zw)_i); γ = min_i z_i·q ≥ 0 for any unit q, R = max ‖z_i‖. The rate at an arbitrary state.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), q: unit('d') },
  where: ({ Z, w, q }) => ({
    start: flow({
      start: { w },
      observe: ({ w }) => ({ inverse: ex`1/${exponential('1', Z)(w)}` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(0),
    gamma: ex`min(${Z}*${q})`,
    R2: ex`max(diag(${Z}*${Z}'))`,
  }),
  assume: ({ gamma }) => that`${gamma} >= 0`,
  conclude: ({ start, gamma, R2 }) => that`${gamma}^2 <= ${start.rate.inverse} <= ${R2}`,
});
