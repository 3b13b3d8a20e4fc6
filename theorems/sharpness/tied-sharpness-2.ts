import { ex } from 'counterflow';
import tiedSharpness from './tied-sharpness.ts';

export default tiedSharpness.variant('sharpness/tied-sharpness-2', {
  says: 'At an interpolator S = 2 Σ x_i²u_i² (the inner derivative 2x∘u squared wrongly).',
  status: 'refuted',
  where: ({ x, u }) => ({ S: ex`2*sum(${x}^2*${u}^2)` }),
});
