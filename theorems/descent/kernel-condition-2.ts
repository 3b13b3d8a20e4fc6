import { that } from 'counterflow';
import kernelCondition from './kernel-condition.ts';

export default kernelCondition.variant('descent/kernel-condition-2', {
  says: 'The condition of the linear model suffices: if ηλ(K) ≤ 2, the step does not raise the loss.',
  status: 'refuted',
  assume: ({ k }) => that`${k} <= 2`,
});
