import { ex, that } from 'counterflow';
import quadratics from './quadratics-commute.ts';

export default quadratics.variant('flow/quadratics-commute-any', {
  says: 'The same for G = ½θᵀMθ-like fields Mθ and Sθ of any matrix M and its symmetric part.',
  status: 'refuted',
  where: ({ M, theta }) => ({
    AB: ex`${M}*((${M} + ${M}')*${theta})`,
    BA: ex`(${M} + ${M}')*(${M}*${theta})`,
  }),
  conclude: ({ AB, BA }) => that`${AB} = ${BA}`,
});
