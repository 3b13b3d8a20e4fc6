import { that } from 'counterflow';
import em from './em-step.ts';

export default em.variant('norms/em-step-any-rate', {
  says: 'A gradient step of any size η ≤ 2 never raises that loss either.',
  status: 'refuted',
  conclude: ({ before, plainAfter }) => that`${plainAfter} <= ${before}`,
});
