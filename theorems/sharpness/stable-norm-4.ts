import { that } from 'counterflow';
import stableNorm from './stable-norm.ts';

export default stableNorm.variant('sharpness/stable-norm-4', {
  says: 'An interpolator with ηS ≤ 2 has norm N ≥ 4ηy².',
  status: 'refuted',
  conclude: ({ eta, y, N }) => that`${N} >= 4*${eta}*${y}^2`,
});
