import { that } from 'counterflow';
import innerMax from './inner-max.ts';

export default innerMax.variant('robust/inner-max-same-norm', {
  says: 'Perturbations |δ| ≤ ε in ℓ∞ cost at most ε‖w‖∞ of margin.',
  status: 'refuted',
  conclude: ({ w, x, delta, y, epsilon }) =>
    that`${y}*sum(${w}*(${x} + ${epsilon}*${delta})) >= ${y}*sum(${w}*${x}) - ${epsilon}*normInf(${w})`,
});
