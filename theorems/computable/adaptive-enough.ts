import { adversary, claim, procedures, survives } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/adaptive-enough', {
  says: 'Raising the precision to 2000 bits where needed decides every sign.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  conclude: () => survives(procedures.adaptive(2000), adversary.sign),
});
