import { claim, real, sign, size, that, vector } from 'counterflow';
import { poggio2020 } from '../_papers.ts';

export default claim('norms/interpolation-margin', {
  says: 'Square loss, labels ±1: a network ρf̄ that interpolates has all normalised margins y_nf̄_n = 1/ρ, so the smaller norm has the larger margin.',
  status: 'theorem',
  source: { ...poggio2020, where: 'its relation of norm and margin' },
  notes: 'f̄ are the outputs of the network with normalised layers, ρ > 0 the product of their norms.',
  sizes: { n: size(1, 4) },
  reals: { f: vector('n', '[-4, 4]'), y: vector('n', sign()), rho: real('[1/4, 4]') },
  assume: ({ f, y, rho }) => that`${f} = ${y}/${rho}`,
  conclude: ({ f, y, rho }) => that`${y}*${f} = 1/${rho}`,
});
