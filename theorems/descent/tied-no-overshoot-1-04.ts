import { that } from 'counterflow';
import noOvershoot from './tied-no-overshoot.ts';

export default noOvershoot.variant('descent/tied-no-overshoot-1-04', {
  says: 'The same with 4ηy ≤ 1.04.',
  status: 'refuted',
  assume: ({ u, y, eta }) => [that`${u}^2 <= ${y}`, that`4*${eta}*${y} <= 1.04`],
});
