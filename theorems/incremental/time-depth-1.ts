import { by, evolve, ex, that } from 'counterflow';
import depth2 from './time-depth-2.ts';

export default depth2.variant('incremental/time-depth-1', {
  says: 'Depth 1: σ̇ = s − σ takes the time ln[(s − σ₀)/(s − σ)] from σ₀ to σ.',
  status: 'theorem',
  where: ({ s, sigma0, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({ T: ex`ln((${s} - ${sigma0})/(${s} - ${z}))` }),
      field: ({ z }) => ({ z: ex`${s} - ${z}` }),
    }).at(0);
    return { speed: start.rate.T };
  },
  derivation: ({ s, sigma0, sigma }) => [
    by.positive(that`${s} - ${sigma0} > 0`),
    by.positive(that`${s} - ${sigma} > 0`),
  ],
});
