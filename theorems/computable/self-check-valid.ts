import { adversary, claim, procedures, survives } from 'counterflow';

export default claim('computable/self-check-valid', {
  says: 'Checking an answer against one at twice the precision is a valid exit flag.',
  status: 'refuted',
  conclude: () => survives(procedures.selfChecking(64), adversary.exitFlag),
});
