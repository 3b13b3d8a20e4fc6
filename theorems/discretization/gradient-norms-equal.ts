import { that } from 'counterflow';
import norms from './gradient-norms.ts';

export default norms.variant('discretization/gradient-norms-equal', {
  says: 'w = uv and w = u² − v² have the same regularizer g²(u² + v²).',
  status: 'refuted',
  conclude: ({ u, v, g, difference }) => that`${difference} = ${g}^2*(${u}^2 + ${v}^2)`,
});
