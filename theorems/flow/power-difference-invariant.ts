import { claim, ex, flow, real, size, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/power-difference-invariant', {
  says: 'Gradient flow on w = u^D − v^D, D ≥ 3, conserves u^{2−D} + v^{2−D} and moves with ẇ = −D²(u^{2D−2} + v^{2D−2})g.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes: 'One coordinate, u, v > 0, any loss with gradient g; the rate at an arbitrary state.',
  sizes: { D: size(3, 6) },
  reals: { u: real('[1/4, 2]'), v: real('[1/4, 2]'), g: real('[-2, 2]') },
  where: ({ D, u, v, g }) => ({
    start: flow({
      start: { u, v },
      observe: ({ u, v }) => ({
        w: ex`${u}^${D} - ${v}^${D}`,
        c: ex`${u}^(2 - ${D}) + ${v}^(2 - ${D})`,
        p: ex`${u}*${v}`,
      }),
      loss: ({ w }) => ex`${g}*${w}`,
    }).at(0),
  }),
  conclude: ({ D, start, u, v, g }) => [
    that`${start.rate.c} = 0`,
    that`${start.rate.w} = -${D}^2*(${u}^(2*${D} - 2) + ${v}^(2*${D} - 2))*${g}`,
  ],
});
