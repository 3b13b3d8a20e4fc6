import { claim, ex, flow, real, size, that, vector } from 'counterflow';
import { poggio2020 } from '../_papers.ts';

export default claim('norms/square-loss-norm', {
  says: 'Square loss on ρf̄ with weight decay λ: the norm goes to ρ* = Σ yf̄/(λ + Σ f̄²) with the rate 2(λ + Σ f̄²).',
  status: 'theorem',
  source: { ...poggio2020, where: 'its equilibrium norm' },
  notes: 'Loss Σ (ρf̄_n − y_n)² + λρ² with the normalised outputs f̄ held fixed; the rate at an arbitrary ρ.',
  sizes: { n: size(1, 4) },
  reals: { f: vector('n', '[-1, 1]'), y: vector('n', '[-2, 2]'), lambda: real('[1/100, 2]'), rho: real('[0, 4]') },
  where: ({ f, y, lambda, rho }) => ({
    speed: flow({
      start: { r: rho },
      loss: ({ r }) => ex`sum((${r}*${f} - ${y})^2) + ${lambda}*${r}^2`,
    }).at(0).rate.r,
    rest: ex`sum(${y}*${f})/(${lambda} + sum(${f}^2))`,
    free: ex`sum(${y}*${f})/sum(${f}^2)`,
  }),
  conclude: ({ f, lambda, rho, speed, rest }) => that`${speed} = -2*(${lambda} + sum(${f}^2))*(${rho} - ${rest})`,
});
