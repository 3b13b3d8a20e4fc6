import { that } from 'counterflow';
import match from './norm-match.ts';

export default match.variant('robust/norm-match-any-size', {
  says: 'The same for attacks of ℓ2 norm ε: min_i z_i·w − ε‖w‖₂ ≤ (γ − ε)‖w‖₁.',
  status: 'refuted',
  conclude: ({ Z, w, gamma, epsilon }) =>
    that`min(${Z}*${w}) - ${epsilon}*norm(${w}) <= (${gamma} - ${epsilon})*norm1(${w})`,
});
