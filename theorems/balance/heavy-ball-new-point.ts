import { that } from 'counterflow';
import heavyBall from './heavy-ball.ts';

export default heavyBall.variant('balance/heavy-ball-new-point', {
  says: 'The same with the new velocity taken at the new point.',
  status: 'refuted',
  conclude: ({ run, beta }) =>
    run.always(
      ({ u, v, uVelocity, vVelocity, next }) =>
        that`${next.u}*${next.uVelocity} - ${next.v}*${next.vVelocity} = ${beta}*(${u}*${uVelocity} - ${v}*${vVelocity})`,
    ),
});
