import { that } from 'counterflow';
import scalar from './scalar-explicit.ts';

export default scalar.variant('flow/scalar-explicit-linear', {
  says: 'The explicit solution for one weight moves with the rate 8α² of its linearisation at 0, in place of 4√(y² + 4α⁴).',
  status: 'refuted',
  conclude: ({ alpha, now }) => that`${now.rate.k} = 8*${alpha}^2*${now.k}`,
});
