import { that } from 'counterflow';
import imbalance from './imbalance-rate.ts';

export default imbalance.variant('deep-linear/imbalance-rate-4', {
  says: 'The same with the rate 4|u² − v²|.',
  status: 'refuted',
  conclude: ({ loss, rate, D }) => that`${rate} <= -4*abs(${D})*${loss}`,
});
