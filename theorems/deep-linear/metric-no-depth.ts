import { that } from 'counterflow';
import metric from './metric.ts';

export default metric.variant('deep-linear/metric-no-depth', {
  says: 'Depth N, balanced: λ_ij ≤ max(σ_i, σ_j)^{2−2/N}, without the factor N.',
  status: 'refuted',
  conclude: ({ N, s, lambda }) => that`${lambda} <= ${s}^(2*${N} - 2)`,
});
