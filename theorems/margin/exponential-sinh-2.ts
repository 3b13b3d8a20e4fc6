import { that } from 'counterflow';
import sinh from './exponential-sinh.ts';

export default sinh.variant('margin/exponential-sinh-2', {
  says: 'The same with sinh(2Zᵀν): the speed at the start would be 4α² Zᵀ1.',
  status: 'refuted',
  notes: 'L = Σ exp(−m_i), m = Zw; stated by the rate at the start.',
  conclude: ({ run, n, Z, alpha }) => that`${run.at(0).rate.w} = 4*${alpha}^2*(${Z}'*ones(${n}))`,
});
