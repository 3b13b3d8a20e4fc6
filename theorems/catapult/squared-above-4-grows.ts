import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-above-4-grows', {
  says: 'If ηλ₀ > 4, the loss grows at every step.',
  status: 'refuted',
  assume: ({ eta, lambda0, p0 }) => [that`${eta}*${lambda0} > 4`, that`${p0} != 0`],
  conclude: ({ run }) => run.always(({ p, next }) => that`abs(${next.p}) > abs(${p})`),
});
