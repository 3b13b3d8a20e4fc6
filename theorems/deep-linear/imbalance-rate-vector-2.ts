import { that } from 'counterflow';
import imbalance from './imbalance-rate-vector.ts';

export default imbalance.variant('deep-linear/imbalance-rate-vector-2', {
  says: 'The same with twice the speed.',
  status: 'refuted',
  assume: ({ tau }) => that`${tau} < 0`,
  conclude: ({ tau, rate, slope }) => that`${rate} <= 2*${tau}*${slope}`,
});
