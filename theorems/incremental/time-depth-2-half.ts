import { evolve, ex } from 'counterflow';
import time from './time-depth-2.ts';

export default time.variant('incremental/time-depth-2-half', {
  says: 'Depth 2: the time is (1/2s) ln[σ(s − σ₀)/(σ₀(s − σ))].',
  status: 'refuted',
  where: ({ s, sigma0, sigma }) => {
    const start = evolve({
      start: { z: sigma },
      observe: ({ z }) => ({ T: ex`ln(${z}*(${s} - ${sigma0})/(${sigma0}*(${s} - ${z})))/(2*${s})` }),
      field: ({ z }) => ({ z: ex`${z}*(${s} - ${z})` }),
    }).at(0);
    return { speed: start.rate.T };
  },
});
