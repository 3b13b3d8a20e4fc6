import { claim, ex, real, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-2-tie', {
  says: 'Two layers, one sample with x₁ = x₂: the direction tends to a coordinate, so at margin 100 one weight is below a tenth of the other.',
  status: 'refuted',
  source: { ...moroshko2020, where: 'its depth-2 model; the tie is ours' },
  notes: 'Exponential loss, w_i = u_i² for balanced layers from a_i, u_i = a_ie^{xν}: the ratio a₁²/a₂² is conserved.',
  reals: { x: real('[1/4, 2]'), a1: real('[1/10, 1]'), a2: real('[1/10, 1]'), nu: real('[0, 20]') },
  where: ({ x, a1, a2, nu }) => ({ w1: ex`(${a1}*exp(${x}*${nu}))^2`, w2: ex`(${a2}*exp(${x}*${nu}))^2` }),
  assume: ({ x, w1, w2 }) => that`${x}*(${w1} + ${w2}) >= 100`,
  conclude: ({ w1, w2 }) => that`min(${w1}, ${w2}) <= max(${w1}, ${w2})/10`,
});
