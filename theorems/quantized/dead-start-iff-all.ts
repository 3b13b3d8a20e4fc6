import { grid, real } from 'counterflow';
import deadStartIff from './dead-start-iff.ts';

export default deadStartIff.variant('quantized/dead-start-iff-all', {
  says: 'With x = 1 and η = 1/4 the same for every k and every quarter y in [−2, 2): all gone through.',
  status: 'theorem',
  reals: {
    x: real('[1, 1]'),
    y: grid('q2.2'),
    eta: real('[1/4, 1/4]'),
  },
});
