import { that } from 'counterflow';
import bound from './gradient-bound.ts';

export default bound.variant('margin/gradient-bound-max', {
  says: 'Exponential loss: ‖∇L(w)‖ ≥ L(w)·max_i z_i·q for every unit vector q.',
  status: 'refuted',
  conclude: ({ Z, q, loss, slope }) => that`${loss}*max(${Z}*${q}) <= ${slope}`,
});
