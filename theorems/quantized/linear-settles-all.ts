import { grid, integer, real } from 'counterflow';
import linearSettles from './linear-settles.ts';

export default linearSettles.variant('quantized/linear-settles-all', {
  says: 'The same from every start within 30 grid steps to every minimiser in eighths, ηh = 3/4: all gone through.',
  status: 'theorem',
  reals: {
    w: integer(-30, 30),
    c: grid('q3.3'),
    h: real('[3/4, 3/4]'),
  },
});
