import { that } from 'counterflow';
import jensen from './flow-l1-jensen.ts';

export default jensen.variant('bias/flow-l1-least', {
  says: 'The flow limit from u = v = α has least ℓ1 norm among the interpolators, at every α.',
  status: 'refuted',
  conclude: ({ S, R }) => that`${S} <= ${R}`,
});
