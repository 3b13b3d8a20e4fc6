import { that } from 'counterflow';
import limit from './even-limit.ts';

export default limit.variant('bias/even-limit-fixed', {
  says: 'The same with the initialization itself: gradient descent has the limit that gradient flow has.',
  status: 'refuted',
  conclude: ({ run, alpha }) => run.ifConverges(({ w, G }) => that`asinh(2*${w}/${alpha}^2)/2 = -${G}`),
});
