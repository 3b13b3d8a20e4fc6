import { that } from 'counterflow';
import logistic from './logistic.ts';

export default logistic.variant('catapult/logistic-monotone-16', {
  says: 'The same up to ηλ₀ < 16: the loss falls monotonically whenever it goes to its minimum.',
  status: 'refuted',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 16`,
});
