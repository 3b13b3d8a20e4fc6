import { that } from 'counterflow';
import attracts from './period-two-attracts.ts';

export default attracts.variant('factorization/period-two-attracts-5-4', {
  says: 'The 2-cycle attracts in the plane for 1 < h < 5/4.',
  status: 'refuted',
  assume: ({ h }) => that`${h} < 5/4`,
});
