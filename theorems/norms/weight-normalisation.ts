import { claim, descent, ex, flow, matrix, real, size, squared, that, vector } from 'counterflow';
import { poggio2020 } from '../_papers.ts';

export default claim('norms/weight-normalisation', {
  says: 'A loss of V/‖V‖: gradient flow keeps ‖V‖, and a GD step changes ‖V‖² by exactly η²‖∇‖².',
  status: 'theorem',
  source: { ...poggio2020, where: 'its weight normalisation' },
  notes: 'Here the squared loss ½‖ρX V/‖V‖ − y‖²; any scale-invariant loss has ⟨V, ∇⟩ = 0.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    V: vector('d', '[-1, 1]'),
    rho: real('[0, 2]'),
    eta: real('(0, 1]'),
  },
  where: ({ X, y, V, rho, eta }) => {
    const loss = (v: typeof V) => squared('1/2', X, y)(ex`${rho}*${v}/norm(${v})`);
    const start = flow({
      start: { v: V },
      observe: ({ v }) => ({ size: ex`sum(${v}^2)` }),
      loss: ({ v }) => loss(v),
    }).at(0);
    const step = descent({ start: { v: V }, loss: ({ v }) => loss(v), eta, steps: 1 });
    return {
      rate: start.rate.size,
      slope: start.rate.loss,
      before: ex`sum(${V}^2)`,
      after: ex`sum(${step.at(1).v}^2)`,
    };
  },
  assume: ({ V }) => that`norm(${V}) > 0`,
  conclude: ({ eta, rate, slope, before, after }) => [
    that`${rate} = 0`,
    that`${after} = ${before} - ${eta}^2*${slope}`,
  ],
});
