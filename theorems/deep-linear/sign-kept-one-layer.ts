import { claim, ex, real, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept-one-layer', {
  says: 'One layer, X of size 2: gradient flow from cI towards 1 in both entries off the diagonal keeps the sign of det X.',
  status: 'refuted',
  source: { ...bah2019, where: 'the rank along the flow; false at depth 1' },
  notes:
    'Loss ½((X₁₂ − 1)² + (X₂₁ − 1)²), the diagonal is not observed and stays: det X = c² − (1 − e^{−t})². Kept from balanced layers at every depth N ≥ 2.',
  reals: { c: real('(0, 1/2]'), t: real('[0, 4]') },
  where: ({ c, t }) => ({ before: ex`${c}^2`, after: ex`${c}^2 - (1 - exp(-${t}))^2` }),
  conclude: ({ after }) => that`${after} > 0`,
});
