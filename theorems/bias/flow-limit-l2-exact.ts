import { that } from 'counterflow';
import limit from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l2-exact', {
  says: 'The limit w of the flow on u² − v² has ‖w‖₂² ≤ ‖z‖₂²(1 + ‖z‖₂²/(5000α⁴)) for every interpolator z.',
  status: 'refuted',
  conclude: ({ w, z, alpha }) => that`norm(${w})^2 <= norm(${z})^2*(1 + norm(${z})^2/(5000*${alpha}^4))`,
});
