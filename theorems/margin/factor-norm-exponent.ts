import { that } from 'counterflow';
import factor from './factor-norm.ts';

export default factor.variant('margin/factor-norm-exponent', {
  says: 'The same with the exponent 1/L.',
  status: 'refuted',
  conclude: ({ L, W, w }) => that`norm(${W})^2 >= ${L}*sum(abs(${w})^(1/${L}))`,
});
