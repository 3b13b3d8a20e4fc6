import { claim, descent, ex, heavyBall, real, size, that, vector } from 'counterflow';

export default claim('balance/heavy-ball', {
  says: 'Heavy ball on w = u∘v: the momentum along the symmetry, u·Δu − v·Δv, shrinks by β at every step, whatever the gradients.',
  status: 'theorem',
  notes:
    'Δ is the velocity, x ← x + Δ₊, Δ₊ = βΔ − η∂L. Any gradients and step sizes: any loss, any batches. The new velocity is taken at the old point.',
  sizes: { d: size(1, 2) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]'), beta: real('[0, 1)') },
  inputs: { g: vector('d', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, beta, g, eta }) => ({
    run: descent({
      start: { u, v },
      loss: ({ u, v }) => ex`sum(${g}*${u}*${v})`,
      eta,
      momentum: heavyBall(beta),
    }),
  }),
  conclude: ({ run, beta }) =>
    run.always(
      ({ u, v, uVelocity, vVelocity, next }) =>
        that`${u}*${next.uVelocity} - ${v}*${next.vVelocity} = ${beta}*(${u}*${uVelocity} - ${v}*${vVelocity})`,
    ),
  derivation: 'ring',
});
