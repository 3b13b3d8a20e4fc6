import { that } from 'counterflow';
import quadratic from './hyperbolic-quadratic.ts';

export default quadratic.variant('potential/hyperbolic-quadratic-8', {
  says: 'q(z) ≤ z²/8.',
  status: 'refuted',
  conclude: ({ z, q }) => that`${q} <= ${z}^2/8`,
});
