import { adversary, claim, procedures, survives } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/quotient-learns', {
  says: 'Dividing y by x at 40 bits learns every weight.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  conclude: () => survives(procedures.quotient(40), adversary.learner),
});
