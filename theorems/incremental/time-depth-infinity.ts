import { by, evolve, ex, that } from 'counterflow';
import time from './time-depth-2.ts';

export default time.variant('incremental/time-depth-infinity', {
  says: 'Infinite depth: σ̇ = σ²(s − σ) takes the time ln[σ(s − σ₀)/(σ₀(s − σ))]/s² + (1/σ₀ − 1/σ)/s.',
  status: 'theorem',
  where: ({ s, sigma0, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({
        T: ex`ln(${z}*(${s} - ${sigma0})/(${sigma0}*(${s} - ${z})))/${s}^2 + (1/${sigma0} - 1/${z})/${s}`,
      }),
      field: ({ z }) => ({ z: ex`${z}^2*(${s} - ${z})` }),
    }).at(0);
    return { speed: start.rate.T };
  },
  derivation: ({ s, sigma0, sigma }) => [
    by.positive(that`${s} - ${sigma0} > 0`),
    by.positive(that`${s} - ${sigma} > 0`),
  ],
});
