import { that } from 'counterflow';
import em from './implicit-em.ts';

export default em.variant('norms/implicit-em-sign', {
  says: 'F = ln Σ e^{−d_j} has gradient +r (the sign of the negative log-likelihood).',
  status: 'refuted',
  conclude: ({ r, slope }) => that`${slope} = ${r}`,
});
