import { that } from 'counterflow';
import sequential from './sequential-time.ts';

export default sequential.variant('incremental/sequential-time-half', {
  says: 'The same with −σt in the exponent: the speed is ẇ = −w(w − σ).',
  status: 'refuted',
  conclude: ({ sigma, w, rate }) => that`${rate} = -${w}*(${w} - ${sigma})`,
});
