import { that } from 'counterflow';
import limit from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l2', {
  says: 'The limit w of the flow on u² − v² against every interpolator z: ‖w‖₂² ≤ ‖z‖₂² exp(asinh(‖z‖₂²/(8α⁴))).',
  status: 'theorem',
  notes: 'Large α: nearly least ℓ2 norm. w = 2α² sinh(Xᵀλ), y = Xw, z = w + sa with Xa = 0.',
  conclude: ({ w, z, alpha }) => that`norm(${w})^2 <= norm(${z})^2*exp(asinh(norm(${z})^2/(8*${alpha}^4)))`,
});
