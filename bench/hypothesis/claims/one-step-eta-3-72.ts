import { that } from 'counterflow';
import oneStep from '../../../theorems/descent/one-step.ts';

export default oneStep.variant('bench/one-step-eta-3-72', {
  says: 'One step with η(u² + v²) ≤ 3/4 does not raise the loss when also η ≤ 3.72.',
  status: 'refuted',
  assume: ({ u, v, eta }) => [that`${eta}*(${u}^2 + ${v}^2) <= 3/4`, that`${eta} <= 3.72`],
});
