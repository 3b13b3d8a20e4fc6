import { that } from 'counterflow';
import norm from './square-loss-norm.ts';

export default norm.variant('norms/square-loss-norm-rate', {
  says: 'The norm goes to its equilibrium with the rate 2 Σ f̄², without λ.',
  status: 'refuted',
  conclude: ({ f, rho, speed, rest }) => that`${speed} = -2*sum(${f}^2)*(${rho} - ${rest})`,
});
