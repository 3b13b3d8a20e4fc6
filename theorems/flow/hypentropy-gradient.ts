import { by, claim, evolve, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/hypentropy-gradient', {
  says: 'φ(w) = ¼[w asinh(w/2α²) − √(w² + 4α⁴)] has φ′ = ¼ asinh(w/2α²) and φ″ = 1/(4√(w² + 4α⁴)).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential of w = u² − v², the hyperbolic entropy' },
  reals: { w: real('[-4, 4]'), alpha: real('(0, 2]') },
  where: ({ w, alpha }) => {
    const start = evolve({
      start: { s: w },
      observe: ({ s }) => {
        const dual = ex`asinh(${s}/(2*${alpha}^2))/4`;
        return { dual, phi: ex`${s}*${dual} - sqrt(${s}^2 + 4*${alpha}^4)/4` };
      },
      field: () => ({ s: ex`1` }),
    }).at(0);
    return { dual: start.dual, slope: start.rate.phi, curvature: start.rate.dual };
  },
  conclude: ({ w, alpha, dual, slope, curvature }) => [
    that`${slope} = ${dual}`,
    that`${curvature} = 1/(4*sqrt(${w}^2 + 4*${alpha}^4))`,
  ],
  derivation: ({ w, alpha }) =>
    by.root(that`sqrt((${w}/(2*${alpha}^2))^2 + 1) = sqrt(${w}^2 + 4*${alpha}^4)/(2*${alpha}^2)`),
});
