import { integer, real } from 'counterflow';
import deviationLipschitz from './deviation-lipschitz.ts';

export default deviationLipschitz.variant('quantized/deviation-lipschitz-all', {
  says: 'The same from every start within 4 grid steps to every whole y in [−20, 20], η = 1/16: all gone through.',
  status: 'theorem',
  reals: {
    y: integer(-20, 20),
    eta: real('[1/16, 1/16]'),
  },
});
