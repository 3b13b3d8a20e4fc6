import { adversary, beats, claim, procedures } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/exit-flag-loses', {
  says: 'A flag that says whether a computed sign is right is itself wrong on some real.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Refuted: the answer at 64 bits trusted when 128 bits agree; and the cautious flag, read as "wrong" where it is silent.',
  conclude: () => [
    beats(adversary.exitFlag, procedures.selfChecking(64)),
    beats(adversary.exitFlag, procedures.cautious(32)),
  ],
});
