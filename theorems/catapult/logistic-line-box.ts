import { claim, ex, real, that } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/logistic-line-box', {
  says: 'Logistic regression on one input with both labels: one step with η ≤ 8 brings w nearer to 0, away from 0.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; rederived' },
  notes: 'w ↦ w − (η/2) tanh(w/2), and −w < w⁺ < w for w > 0.',
  reals: { w: real('[1/100, 20]'), eta: real('[1/100, 8]') },
  where: ({ w, eta }) => ({ after: ex`${w} - ${eta}/2*tanh(${w}/2)` }),
  conclude: ({ w, after }) => that`-${w} < ${after} < ${w}`,
  boxes: 'conclusions',
});
