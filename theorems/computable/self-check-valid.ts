import { adversary, claim, procedures, survives } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/self-check-valid', {
  says: 'Checking an answer against one at twice the precision is a valid exit flag.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  conclude: () => survives(procedures.selfChecking(64), adversary.exitFlag),
});
