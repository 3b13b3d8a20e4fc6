import { and, claim, ex, implies, real, that } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/logistic-cycle-box', {
  says: 'η = 8z/tanh z: every step brings |w| nearer to the 2-cycle ±2z, away from 0 and from the cycle.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; the cycle is rederived' },
  notes:
    'w = 2zr, w ↦ w − (η/2) tanh(w/2) = −g. Nearer: w < g < 4z − w inside (r < 1), and |g| < w, g > 4z − w outside (r > 1).',
  reals: { z: real('[1/4, 3]'), r: real('[1/10, 4]') },
  where: ({ z, r }) => {
    const w = ex`2*${z}*${r}`;
    return { w, g: ex`4*${z}*tanh(${w}/2)/tanh(${z}) - ${w}` };
  },
  conclude: ({ z, r, w, g }) => [
    implies(that`${r} <= 19/20`, and(that`${w} < ${g}`, that`${g} < 4*${z} - ${w}`)),
    implies(that`${r} >= 21/20`, and(that`-${w} < ${g}`, that`${g} < ${w}`, that`4*${z} - ${w} < ${g}`)),
  ],
  boxes: 'conclusions',
});
