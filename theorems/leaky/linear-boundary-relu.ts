import { real } from 'counterflow';
import boundary from './linear-boundary.ts';

export default boundary.variant('leaky/linear-boundary-relu', {
  says: 'The same for ReLU, γ = 0.',
  status: 'refuted',
  reals: { gamma: real('[0, 0]') },
});
