import { that } from 'counterflow';
import pathNorm from './path-norm.ts';

export default pathNorm.variant('norms/path-norm-least', {
  says: 'Two layers: max_k ‖U_k‖·‖v‖ ≥ (Σ v_k²‖U_k‖²)^{1/2} and ½(‖U‖² + ‖v‖²) ≥ Σ |v_k|‖U_k‖.',
  status: 'theorem',
  conclude: ({ path2, size, top, group }) => [that`${top}^2 >= ${path2}`, that`${size}/2 >= ${group}`],
});
