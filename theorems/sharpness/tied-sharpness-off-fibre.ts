import { ex, that } from 'counterflow';
import tiedHessian from './tied-hessian.ts';

export default tiedHessian.variant('sharpness/tied-sharpness-off-fibre', {
  says: 'S = 4 Σ x_i²u_i² is an eigenvalue of the Hessian at every u, not only at interpolators.',
  status: 'refuted',
  notes: 'Loss ½(⟨x, u²⟩ − y)², w = u².',
  conclude: ({ H, a, x, u }) => that`${H}*${a} = ${ex`4*sum(${x}^2*${u}^2)`}*${a}`,
});
