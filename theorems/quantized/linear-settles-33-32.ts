import { real } from 'counterflow';
import settles from './linear-settles.ts';

export default settles.variant('quantized/linear-settles-33-32', {
  says: 'The same for step sizes up to 33/32.',
  status: 'refuted',
  notes: 'With a step a little above 1 and a minimiser between grid points there is a cycle of period 2.',
  reals: { h: real('(0, 33/32]') },
});
