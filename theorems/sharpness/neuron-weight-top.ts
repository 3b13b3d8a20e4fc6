import { solve, that } from 'counterflow';
import neurons from './neuron-weight.ts';

export default neurons.variant('sharpness/neuron-weight-top', {
  says: 'One input, K ReLU neurons, an output bias, at an interpolator: λ_max of the Hessian is at least 1 + 2 Σ_k |w_kv_k| g(t_k).',
  status: 'theorem',
  notes:
    'Setting of neuron-weight. The nonzero eigenvalues of JᵀJ/n are those of JJᵀ/n, n × n. So GD with step η stays near it only if Σ |w_kv_k| g(t_k) ≤ 1/η − 1/2.',
  unproved:
    'a largest eigenvalue has no formula for the kernel; all but λ_max ≥ ‖mean ∇f‖² is proved in neuron-weight.',
  conclude: ({ hessian, bound }) => that`${bound} <= ${solve.largestEigenvalue(hessian(true))}`,
});
