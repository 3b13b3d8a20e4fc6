import { that } from 'counterflow';
import recursion from './recursion.ts';

export default recursion.variant('factorization/difference-conserved', {
  says: 'GD on ½(xy − μ)² keeps x² − y², as gradient flow does.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ q, next }) => that`${next.q} = ${q}`),
});
