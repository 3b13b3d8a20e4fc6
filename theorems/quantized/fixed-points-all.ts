import { grid, integer, real } from 'counterflow';
import fixedPoints from './fixed-points.ts';

export default fixedPoints.variant('quantized/fixed-points-all', {
  says: 'The same for every state within 5 grid steps and a grid of data at η = 1/8: all gone through.',
  status: 'theorem',
  reals: {
    u: integer(-5, 5),
    v: integer(-5, 5),
    x: grid('q1.1'),
    y: grid('q3.0'),
    eta: real('[1/8, 1/8]'),
  },
});
