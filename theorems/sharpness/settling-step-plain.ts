import { that } from 'counterflow';
import settling from './settling-step.ts';

export default settling.variant('sharpness/settling-step-plain', {
  says: 'The same without the term of second order: a step that does not raise |r| has ηS ≤ 2 already.',
  status: 'refuted',
  conclude: ({ eta, S }) => that`${eta}*${S} <= 2`,
});
