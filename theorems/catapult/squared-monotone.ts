import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-monotone', {
  says: 'If ηλ₀ ≤ 2, |f| never increases: at every width and from every start, not only from small ones.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} <= 2`,
  conclude: ({ run }) => run.always(({ p, next }) => that`abs(${next.p}) <= abs(${p})`),
});
