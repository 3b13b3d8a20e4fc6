import { that } from 'counterflow';
import heavyBall from './heavy-ball-quadratic.ts';

export default heavyBall.variant('descent/heavy-ball-monotone', {
  says: 'Heavy ball with ηλ ≤ 1 never raises ½λx², as gradient descent does not.',
  status: 'refuted',
  assume: ({ eta, lambda }) => that`${eta}*${lambda} <= 1`,
  conclude: ({ run }) => run.always(({ loss, next }) => that`${next.loss} <= ${loss}`),
});
