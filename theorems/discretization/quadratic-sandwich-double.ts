import { that } from 'counterflow';
import sandwich from './quadratic-sandwich.ts';

export default sandwich.variant('discretization/quadratic-sandwich-double', {
  says: 'The same with h/2 in place of h/4 before ‖∇L‖²: the modified flow e^{−z−z²} differs from a step by at most z³.',
  status: 'refuted',
  notes: 'Quadratic loss, z = hλ. The difference is −z²/2, as large as without any correction, with the other sign.',
  conclude: ({ z }) => that`abs(exp(-${z} - ${z}^2) - (1 - ${z})) <= ${z}^3`,
});
