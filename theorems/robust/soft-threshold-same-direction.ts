import { that } from 'counterflow';
import soft from './soft-threshold.ts';

export default soft.variant('robust/soft-threshold-same-direction', {
  says: 'One sample: the ℓ2 direction does not depend on ε, w = z has the largest robust margin.',
  status: 'refuted',
  conclude: ({ z, epsilon, S }) => that`sum(${z}*${z}) - ${epsilon}*norm1(${z}) >= norm(${S})*norm(${z})`,
});
