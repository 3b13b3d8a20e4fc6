import { that } from 'counterflow';
import norm from './square-loss-norm.ts';

export default norm.variant('norms/square-loss-norm-no-decay', {
  says: 'The norm goes to Σ yf̄/Σ f̄², which does not depend on the weight decay λ.',
  status: 'refuted',
  assume: ({ f }) => that`sum(${f}^2) > 0`,
  conclude: ({ rest, free }) => that`${rest} = ${free}`,
});
