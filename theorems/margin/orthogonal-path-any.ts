import { claim, ex, exponential, flow, matrix, size, that, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/orthogonal-path-any', {
  says: 'Under the exponential loss e^{m_i} grows with the constant rate ‖z_i‖² for all samples, orthogonal or not.',
  status: 'refuted',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−m_i), m = Zw.',
  sizes: { n: size(1, 2) },
  reals: { Z: matrix('n', 2, '[-2, 2]'), w: vector(2, '[-1, 1]') },
  where: ({ Z, w }) => ({
    start: flow({
      start: { w },
      observe: ({ w }) => ({ e: ex`exp(${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(0),
  }),
  conclude: ({ Z, start }) => that`${start.rate.e} = diag(${Z}*${Z}')`,
});
