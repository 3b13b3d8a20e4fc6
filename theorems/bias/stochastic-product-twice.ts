import { that } from 'counterflow';
import product from './stochastic-product.ts';

export default product.variant('bias/stochastic-product-twice', {
  says: 'The same with 8 in place of 4.',
  status: 'refuted',
  conclude: ({ run, alpha }) => run.always(({ p, Q }) => that`${p} <= ${alpha}^2*exp(-2*${Q})`),
});
