import { that } from 'counterflow';
import effective from './effective-initialization.ts';

export default effective.variant('bias/effective-initialization-fixed', {
  says: 'SGD follows the mirror map of the initialization itself: ½ asinh(w/α²) = −Σ γg, as gradient flow does.',
  status: 'refuted',
  conclude: ({ run, alpha }) => run.always(({ w, G }) => that`asinh(${w}/${alpha}^2)/2 = -${G}`),
});
