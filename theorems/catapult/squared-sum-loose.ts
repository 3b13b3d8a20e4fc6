import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-sum-loose', {
  says: 'If ηλ₀ < 4, then Σ f² ≤ mλ₀/(4η): the gap 4 − ηλ₀ may be dropped.',
  status: 'refuted',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 4`,
  conclude: ({ run, m, eta, lambda0 }) => run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(4*${eta})`),
});
