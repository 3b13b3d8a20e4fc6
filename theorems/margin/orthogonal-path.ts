import { by, claim, ex, exponential, flow, orthogonalRows, size, that, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/orthogonal-path', {
  says: 'Orthogonal samples under the exponential loss: each e^{m_i} grows with the constant rate ‖z_i‖².',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−m_i), m = Zw. So m_i(t) = ln(e^{m_i(0)} + ‖z_i‖² t). The rate at an arbitrary state.',
  sizes: { n: size(1, 3) },
  reals: { Z: orthogonalRows('n', 3, '[1/2, 2]'), w: vector(3, '[-1, 1]') },
  where: ({ Z, w }) => ({
    start: flow({
      start: { w },
      observe: ({ w }) => ({ e: ex`exp(${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(0),
  }),
  conclude: ({ Z, start }) => that`${start.rate.e} = diag(${Z}*${Z}')`,
  derivation: ({ Z, w }) => by.law('expNeg', ex`${Z}*${w}`),
});
