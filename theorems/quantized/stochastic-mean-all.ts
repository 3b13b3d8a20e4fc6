import { grid, integer, real } from 'counterflow';
import stochasticMean from './stochastic-mean.ts';

export default stochasticMean.variant('quantized/stochastic-mean-all', {
  says: 'The same from every start within 8 grid steps to every half-integer minimiser in [−4, 4), ηh = 3/4: all gone through.',
  status: 'theorem',
  reals: {
    w: integer(-8, 8),
    c: grid('q3.1'),
    h: real('[3/4, 3/4]'),
  },
});
