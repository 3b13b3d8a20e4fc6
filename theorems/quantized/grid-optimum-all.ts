import { grid, integer, real } from 'counterflow';
import gridOptimum from './grid-optimum.ts';

export default gridOptimum.variant('quantized/grid-optimum-all', {
  says: 'The same from every state, for a grid of data at η = 1/4: all gone through.',
  status: 'theorem',
  reals: {
    x: grid('q2.1'),
    y: integer(-4, 4),
    eta: real('[1/4, 1/4]'),
  },
});
