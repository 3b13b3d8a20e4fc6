import { claim, each, ex, flow, size, that, vector } from 'counterflow';
import { zhao2022 } from '../_papers.ts';

export default claim('deep-linear/nuclear-over-frobenius', {
  says: 'The flow of ‖W‖_*/‖W‖_F in the singular values: those below σ* = ‖W‖_F²/‖W‖_* shrink, those above grow.',
  status: 'theorem',
  source: { ...zhao2022, where: 'its penalty; the threshold is ours' },
  notes:
    'R = Σσ/√(Σσ²), 1 ≤ R ≤ √d; the rate at arbitrary σ > 0. Only the statement about the penalty alone, not about Adam.',
  sizes: { d: size(1, 4) },
  reals: { sigma: vector('d', '(0, 2]') },
  where: ({ sigma }) => {
    const start = flow({ start: { s: sigma }, loss: ({ s }) => ex`sum(${s})/norm(${s})` }).at(0);
    return { R: start.loss, rate: start.rate.s, threshold: ex`sum(${sigma}^2)/sum(${sigma})` };
  },
  conclude: ({ d, sigma, R, rate, threshold }) => [
    that`1 <= ${R} <= sqrt(${d})`,
    each(d, (i) => that`${rate.at(i)}*(${sigma.at(i)} - ${threshold}) >= 0`),
  ],
});
