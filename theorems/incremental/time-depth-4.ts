import { by, evolve, ex, that } from 'counterflow';
import time from './time-depth-2.ts';

export default time.variant('incremental/time-depth-4', {
  says: 'Depth 4: σ̇ = σ^{3/2}(s − σ) has the clock (2/s)(s^{−1/2} atanh √(σ/s) − σ^{−1/2}).',
  status: 'theorem',
  where: ({ s, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({ T: ex`2/${s}*(atanh(sqrt(${z}/${s}))/sqrt(${s}) - 1/sqrt(${z}))` }),
      field: ({ z }) => ({ z: ex`${z}^(3/2)*(${s} - ${z})` }),
    }).at(0);
    return { speed: start.rate.T };
  },
  derivation: ({ s, sigma }) => [
    by.positive(that`${s} - ${sigma} > 0`),
    by.positive(that`1 - ${sigma}/${s} > 0`),
    by.ring(that`sqrt(${sigma}/${s})^2 = ${sigma}/${s}`),
    by.positive(that`1 - sqrt(${sigma}/${s})^2 > 0`),
    by.root(that`sqrt(${sigma}/${s}) = sqrt(${sigma})/sqrt(${s})`),
  ],
});
