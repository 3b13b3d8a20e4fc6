import { that } from 'counterflow';
import normMinimizer from './norm-minimizer.ts';

export default normMinimizer.variant('sharpness/norm-minimizer-l4', {
  says: 'The same vertex minimises ‖u‖₄ over the interpolators.',
  status: 'refuted',
  conclude: ({ u, least }) => that`sum(${u}^4) >= ${least}^2`,
});
