import { adversary, claim, procedures, survives } from 'counterflow';

export default claim('computable/adaptive-enough', {
  says: 'Raising the precision to 2000 bits where needed decides every sign.',
  status: 'refuted',
  conclude: () => survives(procedures.adaptive(2000), adversary.sign),
});
