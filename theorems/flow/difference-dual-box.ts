import { claim, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/difference-dual-box', {
  says: 'Depth two has a dual box as depth D ≥ 3 has: |∫r| ≤ 1 for all time, whatever α.',
  status: 'refuted',
  source: { ...woodworth2020, where: 'its depth-two model against depth D, where |∫r| < α^{2−D}/(D(D−2))' },
  notes:
    'One weight w = u² − v² from u = v = α, loss ½(w − y)²: w → y and w = 2α² sinh(−4∫r), so |∫r| → asinh(y/(2α²))/4.',
  reals: { y: real('[1/8, 2]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ y, alpha }) => ({ dual: ex`asinh(${y}/(2*${alpha}^2))/4` }),
  conclude: ({ dual }) => that`${dual} <= 1`,
});
