import { that } from 'counterflow';
import rate from './inverse-loss-rate.ts';

export default rate.variant('margin/inverse-loss-rate-fast', {
  says: 'Along the flow 1/L grows at least with the rate R² of the longest sample.',
  status: 'refuted',
  conclude: ({ start, R2 }) => that`${R2} <= ${start.rate.inverse}`,
});
