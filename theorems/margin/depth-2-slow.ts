import { claim, ex, real, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-2-slow', {
  says: 'Depth 2, x = (1, 2), any start α in [1/100, 1]: at a loss below 10⁻¹⁰⁰ the ℓ1-margin is optimal up to 1 %.',
  status: 'refuted',
  source: { ...moroshko2020, where: 'its point that practical accuracies are far from the limit' },
  notes: 'Exponential loss e^{−(w₁ + 2w₂)}; along the flow w₁ = αr, w₂ = αr². The optimal normalised ℓ1-margin is 2.',
  reals: { alpha: real('[1/100, 1]'), r: real('[1, 1000]') },
  where: ({ alpha, r }) => ({
    w1: ex`${alpha}*${r}`,
    w2: ex`${alpha}*${r}^2`,
  }),
  assume: ({ w1, w2 }) => that`${w1} + 2*${w2} >= 100*ln(10)`,
  conclude: ({ w1, w2 }) => that`(${w1} + 2*${w2})/(${w1} + ${w2}) >= 0.99*2`,
});
