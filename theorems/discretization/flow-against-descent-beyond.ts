import { real, that } from 'counterflow';
import against from './flow-against-descent.ts';

export default against.variant('discretization/flow-against-descent-beyond', {
  says: 'Up to the stability threshold, z < 2, the bound of small z: |e^{−zk} − (1 − z)^k| ≤ z/(2e).',
  status: 'refuted',
  reals: { z: real('[0, 2)') },
  conclude: ({ k, z }) => that`abs(exp(-${z}*${k}) - (1 - ${z})^${k}) <= ${z}/(2*exp(1))`,
});
