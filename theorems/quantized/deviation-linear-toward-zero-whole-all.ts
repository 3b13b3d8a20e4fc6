import { grid, integer, real } from 'counterflow';
import deviationLinearTowardZeroWhole from './deviation-linear-toward-zero-whole.ts';

export default deviationLinearTowardZeroWhole.variant('quantized/deviation-linear-toward-zero-whole-all', {
  says: 'The same from every start within 16 grid steps to every minimiser in quarters, ηh = 3/4: all gone through.',
  status: 'theorem',
  reals: {
    w: integer(-16, 16),
    c: grid('q3.2'),
    h: real('[3/4, 3/4]'),
  },
});
