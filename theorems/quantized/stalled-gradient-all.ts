import { grid, integer, real } from 'counterflow';
import stalledGradient from './stalled-gradient.ts';

export default stalledGradient.variant('quantized/stalled-gradient-all', {
  says: 'The same for every state within 6 grid steps and a grid of data at η = 1/2: all gone through.',
  status: 'theorem',
  reals: {
    u: integer(-6, 6),
    v: integer(-6, 6),
    x: grid('q1.1'),
    y: grid('q2.0'),
    eta: real('[1/2, 1/2]'),
  },
});
