import { grid, real } from 'counterflow';
import fixedPointsStore from './fixed-points-store.ts';

export default fixedPointsStore.variant('quantized/fixed-points-store-all', {
  says: 'The same for every weight within 17 grid steps and every quarter c in [−8, 8) at η = 1/2: all gone through.',
  status: 'theorem',
  reals: {
    c: grid('q4.2'),
    eta: real('[1/2, 1/2]'),
  },
});
