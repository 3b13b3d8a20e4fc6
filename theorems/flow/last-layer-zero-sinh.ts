import { evolve, ex } from 'counterflow';
import lastLayer from './last-layer-zero.ts';

export default lastLayer.variant('flow/last-layer-zero-sinh', {
  says: 'Three layers, two at α and the last at 0: the same with hyperbolic functions, w = α³ sinh z cosh² z.',
  status: 'refuted',
  where: ({ z, alpha, g }) => {
    const start = evolve({
      start: { z },
      observe: ({ z }) => ({ s: ex`${alpha}*sinh(${z})`, w: ex`${alpha}^3*sinh(${z})*cosh(${z})^2` }),
      field: () => ({ z: ex`-${alpha}*${g}` }),
    }).at(0);
    return { s: start.s, w: start.w, rate: start.rate.w };
  },
});
