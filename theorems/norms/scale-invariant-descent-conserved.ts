import { that } from 'counterflow';
import scaleInvariant from './scale-invariant-descent.ts';

export default scaleInvariant.variant('norms/scale-invariant-descent-conserved', {
  says: 'A GD step conserves Σ‖w_l‖², as the flow does.',
  status: 'refuted',
  conclude: ({ before, after }) => that`${after} = ${before}`,
});
