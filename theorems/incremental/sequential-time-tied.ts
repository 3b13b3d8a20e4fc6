import { that } from 'counterflow';
import sequential from './sequential-time.ts';

export default sequential.variant('incremental/sequential-time-tied', {
  says: 'The same solution for the tied w = u², whose speed is ẇ = −4w(w − σ).',
  status: 'refuted',
  conclude: ({ sigma, w, rate }) => that`${rate} = -4*${w}*(${w} - ${sigma})`,
});
