import { that } from 'counterflow';
import settling from './settling-step.ts';

export default settling.variant('catapult/settling-step-plain', {
  says: 'The same without η²f²/m: a step that does not raise |f| has ηλ ≤ 2 already.',
  status: 'refuted',
  conclude: ({ eta, lambda0 }) => that`${eta}*${lambda0} <= 2`,
});
