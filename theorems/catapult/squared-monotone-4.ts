import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-monotone-4', {
  says: 'If ηλ₀ < 4, |f| never increases.',
  status: 'refuted',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 4`,
  conclude: ({ run }) => run.always(({ p, next }) => that`abs(${next.p}) <= abs(${p})`),
});
