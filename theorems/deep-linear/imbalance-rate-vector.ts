import { by, claim, ex, flow, matrix, size, that, vector } from 'counterflow';
import { min2021 } from '../_papers.ts';

export default claim('deep-linear/imbalance-rate-vector', {
  says: 'x = Wv fitted to Ax = b: the flow conserves τ = ‖W‖² − ‖v‖², and the loss falls at least with the speed |τ|·‖∇_x‖² where τ < 0.',
  status: 'theorem',
  source: { ...min2021, where: 'its rate from the imbalance, for a vector' },
  notes:
    'Loss ½‖Ax − b‖², ∇_x = Aᵀ(Ax − b). With A of full row rank ‖∇_x‖² ≥ 2σ_min(A)²·loss, so the decay is exponential with the rate 2σ_min²|τ|. The rate at an arbitrary state.',
  sizes: { n: size(1, 2), d: size(1, 2), k: size(1, 2) },
  reals: {
    A: matrix('n', 'd', '[-2, 2]'),
    b: vector('n', '[-2, 2]'),
    W: matrix('d', 'k', '[-2, 2]'),
    v: vector('k', '[-2, 2]'),
  },
  where: ({ A, b, W, v }) => {
    const start = flow({
      start: { W, v },
      observe: ({ W, v }) => ({ tau: ex`trace(${W}'*${W}) - sum(${v}^2)` }),
      loss: ({ W, v }) => ex`sum((${A}*(${W}*${v}) - ${b})^2)/2`,
    }).at(0);
    const g = ex`${A}'*(${A}*(${W}*${v}) - ${b})`;
    return {
      tau: ex`trace(${W}'*${W}) - sum(${v}^2)`,
      tauRate: start.rate.tau,
      rate: start.rate.loss,
      slope: ex`sum((${g})^2)`,
      along: ex`sum((${W}'*(${g}))^2)`,
    };
  },
  conclude: ({ tau, tauRate, rate, slope }) => [that`${tauRate} = 0`, that`${rate} <= ${tau}*${slope}`],
  derivation: ({ W, v, rate, slope, along }) => [
    by.positive(that`${along} + trace(${W}'*${W})*${slope} >= 0`),
    by.ring(that`${rate} = -(${along} + sum(${v}^2)*${slope})`),
  ],
});
