import { by, claim, ex, flow, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/difference-metric', {
  says: 'Gradient flow on w = u² − v²: ẇ = −4√(w² + 4u²v²)·g for every loss with gradient g, and uv is conserved.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential is the second antiderivative of 1/(4√(w² + 4α⁴))' },
  notes: 'One coordinate; the rate at an arbitrary state.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), g: real('[-2, 2]') },
  where: ({ u, v, g }) => {
    const start = flow({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2`, p: ex`${u}*${v}` }),
      loss: ({ w }) => ex`${g}*${w}`,
    }).at(0);
    return { w: start.w, p: start.p, wRate: start.rate.w, pRate: start.rate.p };
  },
  conclude: ({ g, w, p, wRate, pRate }) => [that`${wRate} = -4*sqrt(${w}^2 + 4*${p}^2)*${g}`, that`${pRate} = 0`],
  derivation: ({ u, v, w, p }) => by.root(that`sqrt(${w}^2 + 4*${p}^2) = ${u}^2 + ${v}^2`),
});
