import { claim, ex, real, size, that, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/orthogonal-gap', {
  says: 'Orthogonal samples of lengths a_i from w = 0: 0 ≤ γ* − γ(t) ≤ γ* ln κ/(ln(1 + a₋²t) + ln κ), κ = (a₊/a₋)².',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes:
    'Exponential loss, a sum; along the flow m_i = ln(1 + a_i²t), ‖w‖² = Σ m_i²/a_i², γ = min m_i/‖w‖, γ* = (Σ 1/a_i²)^{−1/2}.',
  unproved: 'monotone ratios of logarithms are not derived yet.',
  sizes: { n: size(2, 4) },
  reals: { a: vector('n', '[1/2, 3]'), t: real('(0, 1000000000]', { scale: 'log' }) },
  where: ({ a, t }) => {
    const m = ex`ln(1 + ${a}^2*${t})`;
    return {
      gamma: ex`min(${m})/norm(${m}/${a})`,
      best: ex`1/norm(1/${a})`,
      first: ex`ln(1 + min(${a})^2*${t})`,
      kappa: ex`2*ln(max(${a})/min(${a}))`,
    };
  },
  conclude: ({ gamma, best, first, kappa }) => that`0 <= ${best} - ${gamma} <= ${best}*${kappa}/(${first} + ${kappa})`,
});
