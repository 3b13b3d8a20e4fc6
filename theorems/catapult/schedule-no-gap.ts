import { that } from 'counterflow';
import schedule from './schedule.ts';

export default schedule.variant('catapult/schedule-no-gap', {
  says: 'Any schedule with η_tλ₀ < 4: Σ η_t f_t² ≤ mλ₀/4, however near to 4.',
  status: 'refuted',
  conclude: ({ run, m, lambda0 }) => run.always(({ S }) => that`${S} <= ${m}*${lambda0}/4`),
});
