import { that } from 'counterflow';
import path from './path-descent.ts';

export default path.variant('norms/path-descent-linear', {
  says: 'Path-SGD is gradient descent on the predictor, w ↦ w − Lηg, at every step size.',
  status: 'refuted',
  conclude: ({ run, L, g, eta }) => that`${run.at(1).w} = ${run.at(0).w} - ${L}*${eta}*${g}`,
});
