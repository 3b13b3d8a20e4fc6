import { that } from 'counterflow';
import loss from './orthogonal-loss.ts';

export default loss.variant('margin/orthogonal-loss-fast', {
  says: 'Two orthogonal samples: L(t) ≤ 1/(L₀⁻¹ + R²t) with the longer length R.',
  status: 'refuted',
  conclude: ({ L, fast }) => that`${L} <= ${fast}`,
});
