import { ex } from 'counterflow';
import sectorSum from './sector-sum.ts';

export default sectorSum.variant('catapult/sector-sum-8', {
  says: 'The same with 8 in place of 4 (as if the two layers moved half as far).',
  status: 'refuted',
  where: ({ gap }) => ({ gap: ex`${gap} + 4` }),
});
