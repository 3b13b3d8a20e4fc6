import { claim, ex, real, that } from 'counterflow';
import { matt2025 } from '../_papers.ts';

export default claim('bias/two-features', {
  says: 'One sample x = (1, c), 0 < c < 1: the flow limit has w₂ ≤ α^{2(1−c)} w₁^c, a power of α that degrades as c → 1.',
  status: 'theorem',
  source: { ...matt2025, where: 'its rate α^{1−ϱ} at depth two, in the smallest example' },
  notes: 'w = 2α²(sinh λ, sinh cλ) on u² − v² from u = v = α, λ ≥ 0; in logarithms.',
  reals: { c: real('(0, 1)'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ c, lambda, alpha }) => ({
    w1: ex`2*${alpha}^2*sinh(${lambda})`,
    w2: ex`2*${alpha}^2*sinh(${c}*${lambda})`,
  }),
  conclude: ({ c, alpha, w1, w2 }) => that`ln(${w2}) <= 2*(1 - ${c})*ln(${alpha}) + ${c}*ln(${w1})`,
});
