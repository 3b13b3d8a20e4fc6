import { that } from 'counterflow';
import em from './em-step.ts';

export default em.variant('norms/em-step-common-rate', {
  says: 'An EM step is one gradient step of the size 1/Σ r, the same for both centres.',
  status: 'refuted',
  conclude: ({ b, r, slopeB, nextB }) => that`${nextB} = ${b} - ${slopeB}/sum(${r})`,
});
