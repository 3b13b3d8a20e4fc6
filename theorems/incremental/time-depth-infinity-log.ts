import { evolve, ex } from 'counterflow';
import time from './time-depth-2.ts';

export default time.variant('incremental/time-depth-infinity-log', {
  says: 'Infinite depth: σ̇ = σ²(s − σ) takes the time ln[σ(s − σ₀)/(σ₀(s − σ))]/s², without the algebraic term.',
  status: 'refuted',
  where: ({ s, sigma0, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({ T: ex`ln(${z}*(${s} - ${sigma0})/(${sigma0}*(${s} - ${z})))/${s}^2` }),
      field: ({ z }) => ({ z: ex`${z}^2*(${s} - ${z})` }),
    }).at(0);
    return { speed: start.rate.T };
  },
});
