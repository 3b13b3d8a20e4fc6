import { that } from 'counterflow';
import entropy from './hyperbolic-entropy.ts';

export default entropy.variant('potential/hyperbolic-quadratic', {
  says: 'z²/(4√(1 + z²/4)) ≤ q(z) ≤ z²/4: the potential is the squared norm where w is small against α².',
  status: 'theorem',
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  conclude: ({ z, q }) => that`${z}^2/(4*sqrt(1 + ${z}^2/4)) <= ${q} <= ${z}^2/4`,
});
