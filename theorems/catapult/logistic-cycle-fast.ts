import { that } from 'counterflow';
import cycle from './logistic-cycle.ts';

export default cycle.variant('catapult/logistic-cycle-fast', {
  says: 'The 2-cycle attracts with a rate that does not depend on η: its multiplier is at most 9/10.',
  status: 'refuted',
  notes: 'η = 8z/tanh z, w ↦ w − (η/2) tanh(w/2). 1 − |multiplier| = 4z/sinh 2z falls like 8z e^{−2z}.',
  conclude: ({ slope }) => that`abs(${slope}) <= 9/10`,
});
