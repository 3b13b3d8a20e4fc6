import { solve, that } from 'counterflow';
import neurons from './neuron-weight.ts';

export default neurons.variant('sharpness/neuron-weight-no-bias', {
  says: 'The same without an output bias.',
  status: 'refuted',
  notes: 'Without it the 1 is lost: where no neuron is active the Hessian is 0.',
  conclude: ({ hessian, bound }) => that`${bound} <= ${solve.largestEigenvalue(hessian(false))}`,
});
