import { that } from 'counterflow';
import heavyBall from './heavy-ball.ts';

export default heavyBall.variant('balance/heavy-ball-difference', {
  says: 'Heavy ball changes u² − v² by 2β(uΔu − vΔv) + Δu₊² − Δv₊² at every step: gradients enter through the velocities only.',
  status: 'theorem',
  conclude: ({ run, beta }) =>
    run.always(
      ({ u, v, uVelocity, vVelocity, next }) =>
        that`${next.u}^2 - ${next.v}^2 = ${u}^2 - ${v}^2 + 2*${beta}*(${u}*${uVelocity} - ${v}*${vVelocity}) + ${next.uVelocity}^2 - ${next.vVelocity}^2`,
    ),
  derivation: 'ring',
});
