import { claim, ex, real, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/orthogonal-gap-box', {
  says: 'Two orthogonal samples of lengths 1 and r from w = 0: γ* − γ(t) ≤ γ* ln κ/(ln(1 + t) + ln κ), κ = r², up to 1 + t = e⁵⁰.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes:
    'Exponential loss; m_i = ln(1 + a_i²t) with m = m₁, γ = m₁/‖w‖, ‖w‖² = Σ m_i²/a_i², γ* = (Σ 1/a_i²)^{−1/2}. Other lengths rescale t and γ. At r = 1 both sides are 0.',
  reals: { r: real('[1, 6]'), m: real('[1/100, 50]') },
  where: ({ r, m }) => {
    const far = ex`ln(1 + ${r}^2*(exp(${m}) - 1))`;
    const best = ex`1/sqrt(1 + 1/${r}^2)`;
    return { best, gamma: ex`1/sqrt(1 + (${far}/(${r}*${m}))^2)`, kappa: ex`2*ln(${r})` };
  },
  conclude: ({ best, gamma, m, kappa }) => that`${best} - ${gamma} <= ${best}*${kappa}/(${m} + ${kappa})`,
  tight: ({ r }) => that`${r} <= 21/20`,
  boxes: 'conclusions',
});
