import { that } from 'counterflow';
import heavyBall from './heavy-ball.ts';

export default heavyBall.variant('balance/heavy-ball-shrinks', {
  says: 'Heavy ball multiplies u² − v² by 1 − η²g² at every step, as gradient descent does.',
  status: 'refuted',
  conclude: ({ run, eta, g }) =>
    run.always(({ u, v, next }) => that`${next.u}^2 - ${next.v}^2 = (1 - ${eta}^2*${g}^2)*(${u}^2 - ${v}^2)`),
});
