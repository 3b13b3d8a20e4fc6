import { that } from 'counterflow';
import balance from './flow-balance.ts';

export default balance.variant('deep-linear/flow-balance-linear', {
  says: 'Gradient flow on W = BA moves W as if one layer counted twice: Ẇ = −2GAᵀA.',
  status: 'refuted',
  conclude: ({ A, G, start }) => that`${start.rate.W} = -2*${G}*${A}'*${A}`,
});
