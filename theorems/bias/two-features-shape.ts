import { claim, ex, real, that } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('bias/two-features-shape', {
  says: 'Depth two, one sample x = (1, c), starts a and ha with a ≤ 1/10: the flow limit is within a tenth of the least Σ|w_i|/h_i.',
  status: 'refuted',
  source: { ...azulay2021, where: 'the role of the shape of the initialization; rederived' },
  notes:
    'w = 2a²(sinh λ, h² sinh cλ) on u² − v², y = w₁ + cw₂ ≥ 1. At depth two the weights of the limit a → 0 are equal, approached with 1/ln(1/a); at depth D ≥ 3 they are h_i^{2−D}.',
  reals: { c: real('(0, 1)'), h: real('[1, 4]'), a: real('(0, 1/10]', { scale: 'log' }), lambda: real('(0, 60]') },
  where: ({ c, h, a, lambda }) => {
    const [w1, w2] = [ex`2*${a}^2*sinh(${lambda})`, ex`2*${a}^2*${h}^2*sinh(${c}*${lambda})`];
    return { w1, w2, y: ex`${w1} + ${c}*${w2}` };
  },
  assume: ({ y }) => that`${y} >= 1`,
  conclude: ({ c, h, w1, w2, y }) => that`${w1} + ${w2}/${h} <= 11/10*min(${y}, ${y}/(${c}*${h}))`,
});
