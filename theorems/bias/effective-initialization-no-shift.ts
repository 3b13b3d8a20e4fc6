import { that } from 'counterflow';
import effective from './effective-initialization.ts';

export default effective.variant('bias/effective-initialization-no-shift', {
  says: 'The same without the shift of the starting point: ½ asinh(w/α_k²) = −Σ γg.',
  status: 'refuted',
  conclude: ({ run, alpha }) => run.always(({ w, G, Q }) => that`asinh(${w}/(${alpha}^2*exp(-${Q})))/2 = -${G}`),
});
