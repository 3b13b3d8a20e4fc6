import { that } from 'counterflow';
import pathNorm from './path-norm.ts';

export default pathNorm.variant('norms/path-norm-least-2', {
  says: 'Two layers: ½(‖U‖² + ‖v‖²) ≥ 2 Σ |v_k|‖U_k‖.',
  status: 'refuted',
  conclude: ({ size, group }) => that`${size}/2 >= 2*${group}`,
});
