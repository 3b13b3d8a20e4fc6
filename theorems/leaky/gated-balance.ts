import { claim, ex, flow, matrix, real, size, that, vector } from 'counterflow';
import { lippl2022 } from '../_papers.ts';

export default claim('leaky/gated-balance', {
  says: 'Gated linear network f = Σ_r g_r a_r w_r·x: gradient flow conserves a_r² − ‖w_r‖² for every loss of f.',
  status: 'theorem',
  source: { ...lippl2022, where: 'its two-layer model' },
  notes: 'One sample with gate values g_r, any loss with slope s; the rate at an arbitrary state. Several samples add.',
  sizes: { R: size(1, 2), d: size(1, 2) },
  reals: {
    a: vector('R', '[-2, 2]'),
    W: matrix('R', 'd', '[-2, 2]'),
    gate: vector('R', '[0, 1]'),
    x: vector('d', '[-2, 2]'),
    s: real('[-2, 2]'),
  },
  where: ({ a, W, gate, x, s }) => ({
    start: flow({
      start: { a, W },
      observe: ({ a, W }) => ({ f: ex`sum(${gate}*${a}*(${W}*${x}))`, q: ex`${a}^2 - diag(${W}*${W}')` }),
      loss: ({ f }) => ex`${s}*${f}`,
    }).at(0),
  }),
  conclude: ({ start }) => that`${start.rate.q} = 0`,
});
