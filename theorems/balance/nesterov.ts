import { descent, ex, nesterov, that } from 'counterflow';
import heavyBall from './heavy-ball.ts';

export default heavyBall.variant('balance/nesterov', {
  says: 'Nesterov momentum on w = u∘v: the same law at the point ahead, u + βΔu and v + βΔv, where the gradient is taken.',
  status: 'theorem',
  where: ({ u, v, beta, g, eta }) => {
    const run = descent({
      start: { u, v },
      loss: ({ u, v }) => ex`sum(${g}*${u}*${v})`,
      eta,
      momentum: nesterov(beta),
    });
    return { run };
  },
  conclude: ({ run, beta }) =>
    run.always(({ u, v, uVelocity, vVelocity, next }) => {
      const [a, b] = [ex`${u} + ${beta}*${uVelocity}`, ex`${v} + ${beta}*${vVelocity}`];
      return that`(${a})*${next.uVelocity} - (${b})*${next.vVelocity} = ${beta}*((${a})*${uVelocity} - (${b})*${vVelocity})`;
    }),
  derivation: 'ring',
});
