import { claim, ex, flow, real, size, that, vector } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/single-neuron', {
  says: 'One hidden linear neuron w = a·b: a² − ‖b‖² is conserved and ẇ = −(a² I + bbᵀ)g for every loss.',
  status: 'theorem',
  source: { ...azulay2021, where: 'its fully connected network with one hidden unit' },
  notes: 'Any loss with gradient g; the rate at an arbitrary state.',
  sizes: { d: size(1, 3) },
  reals: { a: real('[-2, 2]'), b: vector('d', '[-2, 2]'), g: vector('d', '[-2, 2]') },
  where: ({ a, b, g }) => ({
    start: flow({
      start: { a, b },
      observe: ({ a, b }) => ({ w: ex`${a}*${b}`, delta: ex`${a}^2 - sum(${b}^2)` }),
      loss: ({ w }) => ex`sum(${g}*${w})`,
    }).at(0),
  }),
  conclude: ({ start, a, b, g }) => [
    that`${start.rate.delta} = 0`,
    that`${start.rate.w} = -(${a}^2*${g} + ${b}*(${b}'*${g}))`,
  ],
});
