import { grid, integer, real } from 'counterflow';
import deviationLinear from './deviation-linear.ts';

export default deviationLinear.variant('quantized/deviation-linear-all', {
  says: 'The same from every start within 16 grid steps to every minimiser in quarters, ηh = 5/4: all gone through.',
  status: 'theorem',
  reals: {
    w: integer(-16, 16),
    c: grid('q3.2'),
    h: real('[5/4, 5/4]'),
  },
});
