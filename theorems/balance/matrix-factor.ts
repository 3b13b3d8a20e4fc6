import { that } from 'counterflow';
import matrix from './matrix.ts';

export default matrix.variant('balance/matrix-factor', {
  says: 'GD on W = BA multiplies BᵀB − AAᵀ by 1 − η²‖G‖², as in the scalar case.',
  status: 'refuted',
  conclude: ({ run, G, eta }) => run.always(({ D, next }) => that`${next.D} = (1 - ${eta}^2*norm(${G})^2)*${D}`),
});
