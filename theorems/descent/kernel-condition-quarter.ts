import { that } from 'counterflow';
import condition from './kernel-condition.ts';

export default condition.variant('descent/kernel-condition-quarter', {
  says: 'The same with η‖g‖∞/4 in place of η‖g‖∞/2.',
  status: 'refuted',
  assume: ({ step, k }) => [that`${step} <= 2`, that`${k}*(1 + ${step}/4) <= 2`],
});
