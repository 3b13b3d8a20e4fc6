import { that } from 'counterflow';
import matrix from './matrix.ts';

export default matrix.variant('balance/matrix-conserved', {
  says: 'GD on W = BA conserves BᵀB − AAᵀ, as gradient flow does.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ D, next }) => that`${next.D} = ${D}`),
});
