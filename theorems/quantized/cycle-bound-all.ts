import { real } from 'counterflow';
import cycleBound from './cycle-bound.ts';

export default cycleBound.variant('quantized/cycle-bound-all', {
  says: 'The same from every one of the 289 states for x = y = 1, η = 1/4: all gone through.',
  status: 'theorem',
  reals: {
    x: real('[1, 1]'),
    y: real('[1, 1]'),
    eta: real('[1/4, 1/4]'),
  },
});
