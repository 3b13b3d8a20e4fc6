import { ex } from 'counterflow';
import dualBound from './dual-bound.ts';

export default dualBound.variant('potential/dual-bound-half', {
  says: 'The same with the conjugate Σ α²(cosh(Xᵀλ) − 1), without the 2.',
  status: 'refuted',
  where: ({ conjugate }) => ({ conjugate: ex`${conjugate}/2` }),
});
