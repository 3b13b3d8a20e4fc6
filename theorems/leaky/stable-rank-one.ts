import { that } from 'counterflow';
import stableRank from './stable-rank.ts';

export default stableRank.variant('leaky/stable-rank-one', {
  says: 'The full first layer has stable rank 1, up to 1/10.',
  status: 'refuted',
  conclude: ({ vv, uu, top }) => that`(${vv} + ${uu})/${top} <= 1 + 1/10`,
});
