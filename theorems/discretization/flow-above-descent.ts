import { real, that } from 'counterflow';
import against from './flow-against-descent.ts';

export default against.variant('discretization/flow-above-descent', {
  says: 'Up to the stability threshold z < 2 the flow stays above the steps, e^{−zk} ≥ (1 − z)^k.',
  status: 'refuted',
  reals: { z: real('[0, 2)') },
  conclude: ({ k, z }) => that`exp(-${z}*${k}) >= (1 - ${z})^${k}`,
});
