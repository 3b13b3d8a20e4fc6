import { that } from 'counterflow';
import entropy from './hyperbolic-entropy.ts';

export default entropy.variant('potential/hyperbolic-entropy-no-linear', {
  says: 'q(z) ≥ z ln z: the linear term may be dropped.',
  status: 'refuted',
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  conclude: ({ z, q }) => that`${q} >= ${z}*ln(${z})`,
});
