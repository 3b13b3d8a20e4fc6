import { claim, descent, ex, heavyBall, real, that } from 'counterflow';

export default claim('descent/heavy-ball-quadratic', {
  says: 'Heavy ball on ½λx²: the form x² − (1 + β − ηλ)·x·x₋ + β·x₋² of two iterates in a row shrinks by exactly β at every step.',
  status: 'theorem',
  notes:
    'x₋ = x − Δ is the iterate before. The form is positive definite where (1 + β − ηλ)² < 4β: there both roots have modulus √β.',
  reals: { x: real('[-4, 4]'), lambda: real('(0, 4]'), beta: real('[0, 1]'), eta: real('(0, 2]') },
  where: ({ x, lambda, beta, eta }) => ({
    run: descent({
      start: { x },
      loss: ({ x }) => ex`${lambda}*${x}^2/2`,
      eta,
      momentum: heavyBall(beta),
    }),
    middle: ex`1 + ${beta} - ${eta}*${lambda}`,
  }),
  conclude: ({ run, beta, middle }) =>
    run.always(({ x, xVelocity, next }) => {
      const before = ex`${x} - ${xVelocity}`;
      return that`${next.x}^2 - ${middle}*${next.x}*${x} + ${beta}*${x}^2 = ${beta}*(${x}^2 - ${middle}*${x}*(${before}) + ${beta}*(${before})^2)`;
    }),
  derivation: 'ring',
});
