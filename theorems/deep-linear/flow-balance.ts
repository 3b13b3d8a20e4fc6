import { claim, ex, flow, matrix, size, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/flow-balance', {
  says: 'Gradient flow on W = BA conserves BᵀB − AAᵀ, and Ẇ = −(BBᵀG + GAᵀA).',
  status: 'theorem',
  source: bah2019,
  notes: 'Any loss with gradient G at W; the rate at an arbitrary state.',
  sizes: { m: size(1, 2), k: size(1, 2), n: size(1, 2) },
  reals: {
    B: matrix('m', 'k', '[-2, 2]'),
    A: matrix('k', 'n', '[-2, 2]'),
    G: matrix('m', 'n', '[-2, 2]'),
  },
  where: ({ B, A, G }) => ({
    start: flow({
      start: { B, A },
      observe: ({ B, A }) => ({ W: ex`${B}*${A}`, D: ex`${B}'*${B} - ${A}*${A}'` }),
      loss: ({ W }) => ex`trace(${G}'*${W})`,
    }).at(0),
  }),
  conclude: ({ B, A, G, start }) => [
    that`${start.rate.D} = 0`,
    that`${start.rate.W} = -(${B}*${B}'*${G} + ${G}*${A}'*${A})`,
  ],
});
