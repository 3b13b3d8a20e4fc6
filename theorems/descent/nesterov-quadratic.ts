import { descent, ex, nesterov, that } from 'counterflow';
import heavyBall from './heavy-ball-quadratic.ts';

export default heavyBall.variant('descent/nesterov-quadratic', {
  says: 'Nesterov momentum on ½λx²: x² − (1 + β)(1 − ηλ)·x·x₋ + β(1 − ηλ)·x₋² shrinks by exactly β(1 − ηλ) at every step.',
  status: 'theorem',
  notes: 'x₋ = x − Δ is the iterate before. Against β for the heavy ball: the faster, the larger the curvature.',
  where: ({ x, lambda, beta, eta }) => {
    const run = descent({
      start: { x },
      loss: ({ x }) => ex`${lambda}*${x}^2/2`,
      eta,
      momentum: nesterov(beta),
    });
    return { run, middle: ex`(1 + ${beta})*(1 - ${eta}*${lambda})` };
  },
  conclude: ({ run, lambda, beta, eta, middle }) =>
    run.always(({ x, xVelocity, next }) => {
      const before = ex`${x} - ${xVelocity}`;
      const c = ex`${beta}*(1 - ${eta}*${lambda})`;
      return that`${next.x}^2 - ${middle}*${next.x}*${x} + ${c}*${x}^2 = ${c}*(${x}^2 - ${middle}*${x}*(${before}) + ${c}*(${before})^2)`;
    }),
  derivation: 'ring',
});
