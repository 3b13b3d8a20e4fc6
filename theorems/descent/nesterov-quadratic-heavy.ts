import { ex, that } from 'counterflow';
import nesterov from './nesterov-quadratic.ts';

export default nesterov.variant('descent/nesterov-quadratic-heavy', {
  says: 'Nesterov momentum on ½λx² shrinks the form of the heavy ball by β.',
  status: 'refuted',
  where: ({ lambda, beta, eta }) => ({ middle: ex`1 + ${beta} - ${eta}*${lambda}` }),
  conclude: ({ run, beta, middle }) =>
    run.always(({ x, xVelocity, next }) => {
      const before = ex`${x} - ${xVelocity}`;
      return that`${next.x}^2 - ${middle}*${next.x}*${x} + ${beta}*${x}^2 = ${beta}*(${x}^2 - ${middle}*${x}*(${before}) + ${beta}*(${before})^2)`;
    }),
});
