import { by, claim, ex, flow, real, that } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/product-metric', {
  says: 'Gradient flow on w = uv: ẇ = −√(δ² + 4w²)·g with the conserved imbalance δ = u² − v².',
  status: 'theorem',
  source: azulay2021,
  notes: 'One coordinate, any loss with gradient g; the rate at an arbitrary state.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), g: real('[-2, 2]') },
  where: ({ u, v, g }) => {
    const start = flow({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}*${v}`, delta: ex`${u}^2 - ${v}^2` }),
      loss: ({ w }) => ex`${g}*${w}`,
    }).at(0);
    return { w: start.w, delta: start.delta, wRate: start.rate.w, deltaRate: start.rate.delta };
  },
  conclude: ({ g, w, delta, wRate, deltaRate }) => [
    that`${wRate} = -sqrt(${delta}^2 + 4*${w}^2)*${g}`,
    that`${deltaRate} = 0`,
  ],
  derivation: ({ u, v, w, delta }) => by.root(that`sqrt(${delta}^2 + 4*${w}^2) = ${u}^2 + ${v}^2`),
});
