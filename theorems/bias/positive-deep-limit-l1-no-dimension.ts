import { that } from 'counterflow';
import deep from './positive-deep-limit-l1.ts';

export default deep.variant('bias/positive-deep-limit-l1-no-dimension', {
  says: 'L ≥ 3 positive layers: the same without the factor d^{1−2/L}.',
  status: 'refuted',
  conclude: ({ L, alpha, x, z }) =>
    that`sum(${x}) - sum(${z}) <= ${L}/2*${alpha}^(${L} - 2)*(sum(${x})^(2/${L}) - sum(${z})^(2/${L}))`,
});
