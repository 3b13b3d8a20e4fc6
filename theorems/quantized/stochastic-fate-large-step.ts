import { descent, ex } from 'counterflow';
import fate from './stochastic-fate.ts';

export default fate.variant('quantized/stochastic-fate-large-step', {
  says: 'The same at step size 1/8.',
  status: 'refuted',
  notes: 'Two more classes: {−5, 5} and, at the ends of the box, {−8, 8}.',
  where: () => ({
    run: descent({ start: { u: ex`1` }, loss: ({ u }) => ex`(${u}^2 - 9)^2/4`, eta: ex`1/8` }).quantized({
      format: 'q5.0',
      rounding: 'stochastic',
      rounds: 'update',
      bound: 8,
    }),
  }),
});
