import { ex, solve, sum, that } from 'counterflow';
import neurons from './neuron-weight.ts';

export default neurons.variant('sharpness/neuron-weight-unweighted', {
  says: 'λ_max bounds all weights, wherever the kinks are: λ_max ≥ 1 + 2 Σ_k |w_kv_k|.',
  status: 'refuted',
  notes: 'A neuron that is active nowhere on the data costs nothing.',
  conclude: ({ neurons, w, v, hessian }) =>
    that`1 + 2*${sum(neurons, (k) => ex`${w.at(k)}*abs(${v.at(k)})`)} <= ${solve.largestEigenvalue(hessian(true))}`,
});
