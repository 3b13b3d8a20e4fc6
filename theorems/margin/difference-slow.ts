import { claim, ex, real, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/difference-slow', {
  says: 'w = u² − v² from α ≤ 1/10, one sample x = (1, c), c ≤ 9/10: at a loss below 10⁻¹⁰⁰ the direction is that of largest ℓ1 margin up to 1 %.',
  status: 'refuted',
  source: { ...moroshko2020, where: 'its point that practical accuracies are far from the limit' },
  notes: 'Exponential loss e^{−(w₁ + cw₂)}, w = 2α²(sinh λ, sinh cλ); the direction of largest margin has w₂ = 0.',
  reals: { c: real('[1/2, 9/10]'), alpha: real('[1/1000000, 1/10]', { scale: 'log' }), lambda: real('(0, 60]') },
  where: ({ c, alpha, lambda }) => {
    const [w1, w2] = [ex`2*${alpha}^2*sinh(${lambda})`, ex`2*${alpha}^2*sinh(${c}*${lambda})`];
    return { w1, w2, margin: ex`${w1} + ${c}*${w2}` };
  },
  assume: ({ margin }) => that`${margin} >= 100*ln(10)`,
  conclude: ({ w1, w2 }) => that`${w2} <= ${w1}/100`,
});
