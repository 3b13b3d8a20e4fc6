import { that } from 'counterflow';
import recursion from './recursion.ts';

export default recursion.variant('factorization/difference-keeps-sign', {
  says: 'Under GD on ½(xy − μ)² the imbalance x² − y² never changes sign.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ q, next }) => that`${next.q}*${q} >= 0`),
});
