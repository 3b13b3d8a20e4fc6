import { that } from 'counterflow';
import sharpening from './progressive-sharpening.ts';

export default sharpening.variant('factorization/progressive-flattening', {
  says: 'Gradient flow on ½(xy − μ)² never lets x² + y² grow.',
  status: 'refuted',
  conclude: ({ s }) => that`${s} <= 0`,
});
