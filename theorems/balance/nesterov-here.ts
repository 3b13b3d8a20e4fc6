import { that } from 'counterflow';
import nesterov from './nesterov.ts';

export default nesterov.variant('balance/nesterov-here', {
  says: 'Nesterov momentum obeys the law of the heavy ball: at the point itself.',
  status: 'refuted',
  conclude: ({ run, beta }) =>
    run.always(
      ({ u, v, uVelocity, vVelocity, next }) =>
        that`${u}*${next.uVelocity} - ${v}*${next.vVelocity} = ${beta}*(${u}*${uVelocity} - ${v}*${vVelocity})`,
    ),
});
