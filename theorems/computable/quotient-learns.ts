import { adversary, claim, procedures, survives } from 'counterflow';

export default claim('computable/quotient-learns', {
  says: 'Dividing y by x at 40 bits learns every weight.',
  status: 'refuted',
  conclude: () => survives(procedures.quotient(40), adversary.learner),
});
