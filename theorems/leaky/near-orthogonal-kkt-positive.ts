import { that } from 'counterflow';
import kkt from './near-orthogonal-kkt.ts';

export default kkt.variant('leaky/near-orthogonal-kkt-positive', {
  says: 'λ = K⁻¹1 is positive for any two linearly independent samples.',
  status: 'refuted',
  assume: ({ det }) => that`${det} > 0`,
  conclude: ({ l1, l2 }) => [that`${l1} > 0`, that`${l2} > 0`],
});
