import { that } from 'counterflow';
import limit from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l1-exact', {
  says: 'The limit of the flow on u² − v² has least ℓ1 norm among the interpolators, at every α.',
  status: 'refuted',
  conclude: ({ w, z }) => that`norm1(${w}) <= norm1(${z})`,
});
