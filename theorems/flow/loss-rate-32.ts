import { that } from 'counterflow';
import lossRate from './loss-rate.ts';

export default lossRate.variant('flow/loss-rate-32', {
  says: 'The same with 32 in place of 16.',
  status: 'refuted',
  conclude: ({ x, a, loss, rate }) => that`${rate} <= -32*${a}^2*norm(${x})^2*${loss}`,
});
