import { claim, ex, size, that, vector } from 'counterflow';
import { poggio2020 } from '../_papers.ts';

export default claim('norms/interpolation-margin-always', {
  says: 'Square loss, labels 1: at the best norm ρ* = Σ f̄/Σ f̄² the least normalised margin is 1/ρ*, whether ρf̄ interpolates or not.',
  status: 'refuted',
  source: { ...poggio2020, where: 'its relation of norm and margin, without interpolation' },
  notes: '1/ρ* = Σ f̄²/Σ f̄ is a mean of the margins with weights f̄.',
  sizes: { n: size(1, 4) },
  reals: { f: vector('n', '(0, 1]') },
  where: ({ f }) => ({ rho: ex`sum(${f})/sum(${f}^2)` }),
  conclude: ({ f, rho }) => that`min(${f}) = 1/${rho}`,
});
