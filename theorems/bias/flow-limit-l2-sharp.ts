import { that } from 'counterflow';
import limit from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l2-sharp', {
  says: 'Open: the limit w of the flow on u² − v² has ‖w‖₂² ≤ ‖z‖₂² exp(asinh(‖z‖₂²/(785α⁴))) for every interpolator z.',
  status: 'conjecture',
  notes: 'With 8 in place of 785 it is a theorem; constants above 785.2 fail for one long row X = (c, …, c, 1).',
  conclude: ({ w, z, alpha }) => that`norm(${w})^2 <= norm(${z})^2*exp(asinh(norm(${z})^2/(785*${alpha}^4)))`,
});
