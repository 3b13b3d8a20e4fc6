import { that } from 'counterflow';
import oneStep from './one-step.ts';

export default oneStep.variant('descent/one-step-3-4', {
  says: 'The same with 3/4 in place of 1/2.',
  status: 'refuted',
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 3/4`,
});
