import { that } from 'counterflow';
import modified from './modified-balance.ts';

export default modified.variant('discretization/modified-balance-conserved', {
  says: 'w = u∘v: the flow of the modified loss conserves u² − v², as that of the loss does.',
  status: 'refuted',
  conclude: ({ rate }) => that`${rate} = 0`,
});
