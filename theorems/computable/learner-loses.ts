import { adversary, beats, claim, procedures } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/learner-loses', {
  says: 'A learner that reads finitely many bits of the data is off by at least 1 on a data set with one exact predictor.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Refuted: the nearest of 12 stored samples, and y/x from 40 bits. The data are (2⁻ᵏ, ±2⁻ᵏ), with predictors ±1.',
  conclude: () => [
    beats(adversary.learner, procedures.nearestNeighbour(12)),
    beats(adversary.learner, procedures.quotient(40)),
  ],
});
