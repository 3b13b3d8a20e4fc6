import { adversary, beats, claim, procedures } from 'counterflow';

export default claim('computable/exit-flag-loses', {
  says: 'A flag that says whether a computed sign is right is itself wrong on some real.',
  status: 'theorem',
  notes:
    'Refuted: the answer at 64 bits trusted when 128 bits agree; and the cautious flag, read as "wrong" where it is silent.',
  conclude: () => [
    beats(adversary.exitFlag, procedures.selfChecking(64)),
    beats(adversary.exitFlag, procedures.cautious(32)),
  ],
});
