import { that } from 'counterflow';
import energy from './energy-rate.ts';

export default energy.variant('flow/energy-rate-loss', {
  says: 'The divergence falls with the speed of the loss ½‖Xw − y‖² (off by exactly 2).',
  status: 'refuted',
  conclude: ({ r, rate }) => that`${rate} = -sum(${r}^2)/2`,
});
