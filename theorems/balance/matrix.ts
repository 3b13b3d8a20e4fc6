import { claim, descent, ex, matrix, real, size, that } from 'counterflow';

export default claim('balance/matrix', {
  says: 'GD on W = BA changes BᵀB − AAᵀ by exactly η²(∇_Bᵀ∇_B − ∇_A∇_Aᵀ).',
  status: 'theorem',
  notes: 'With any gradient G = ∂loss/∂W, new at every step: ∇_B = GAᵀ, ∇_A = BᵀG.',
  sizes: { m: size(1, 2), k: size(1, 2), n: size(1, 2) },
  reals: { B: matrix('m', 'k', '[-2, 2]'), A: matrix('k', 'n', '[-2, 2]') },
  inputs: { G: matrix('m', 'n', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ B, A, G, eta }) => ({
    run: descent({
      start: { B, A },
      observe: ({ B, A }) => ({ D: ex`${B}'*${B} - ${A}*${A}'`, gB: ex`${G}*${A}'`, gA: ex`${B}'*${G}` }),
      loss: ({ B, A }) => ex`trace(${G}'*${B}*${A})`,
      eta,
    }),
  }),
  conclude: ({ run, eta }) =>
    run.always(({ D, gB, gA, next }) => that`${next.D} = ${D} + ${eta}^2*(${gB}'*${gB} - ${gA}*${gA}')`),
});
