import { that } from 'counterflow';
import ordered from './norms-ordered.ts';

export default ordered.variant('margin/norms-equal', {
  says: 'The direction of largest ℓ1 margin is also the one of largest ℓ2 margin: γ₂ ≤ γ₁.',
  status: 'refuted',
  conclude: ({ one, two }) => that`${two} <= ${one}`,
});
