import { by, claim, evolve, ex, real, that } from 'counterflow';
import { gissin2019 } from '../_papers.ts';

export default claim('incremental/time-depth-2', {
  says: 'Depth 2: σ̇ = σ(s − σ) takes the time (1/s) ln[σ(s − σ₀)/(σ₀(s − σ))] from σ₀ to σ.',
  status: 'theorem',
  source: gissin2019,
  notes:
    'Time-normalised toy model σ̇ = σ^{2−2/N}(s − σ); for σ = w^N under ½(w^N − s)² divide by N², for N equal layers by N.',
  reals: { s: real('(0, 4]'), sigma0: real('(0, 4]'), sigma: real('(0, 4]') },
  where: ({ s, sigma0, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({ T: ex`ln(${z}*(${s} - ${sigma0})/(${sigma0}*(${s} - ${z})))/${s}` }),
      field: ({ z }) => ({ z: ex`${z}*(${s} - ${z})` }),
    }).at(0);
    return { speed: start.rate.T };
  },
  assume: ({ s, sigma0, sigma }) => that`${sigma0} <= ${sigma} < ${s}`,
  conclude: ({ speed }) => that`${speed} = 1`,
  derivation: ({ s, sigma0, sigma }) => [
    by.positive(that`${s} - ${sigma0} > 0`),
    by.positive(that`${s} - ${sigma} > 0`),
  ],
});
