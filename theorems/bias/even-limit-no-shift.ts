import { ex, that } from 'counterflow';
import limit from './even-limit.ts';

export default limit.variant('bias/even-limit-no-shift', {
  says: 'The same without the shift w̃.',
  status: 'refuted',
  conclude: ({ run, alpha }) =>
    run.ifConverges(({ w, G, plus, minus }) => {
      const a2 = ex`${alpha}^2*exp(-(${plus} + ${minus})/2)/2`;
      return that`asinh(${w}/${a2})/2 = -${G}`;
    }),
});
