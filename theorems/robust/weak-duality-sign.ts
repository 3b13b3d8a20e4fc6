import { that } from 'counterflow';
import duality from './weak-duality.ts';

export default duality.variant('robust/weak-duality-sign', {
  says: 'The same bound for the best case min_i z_i·w + ε‖w‖₁.',
  status: 'refuted',
  conclude: ({ Z, w, epsilon, dual }) => that`min(${Z}*${w}) + ${epsilon}*norm1(${w}) <= norm(${dual})*norm(${w})`,
});
