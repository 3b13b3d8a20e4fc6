import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-above-4', {
  says: 'If ηλ₀ ≥ 4, the curvature λ never decreases.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} >= 4`,
  conclude: ({ run }) => run.always(({ lambda, next }) => that`${next.lambda} >= ${lambda}`),
});
