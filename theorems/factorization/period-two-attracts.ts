import { that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('factorization/period-two-attracts', {
  says: 'The 2-cycle attracts in the plane for 1 < h < √5 − 1.',
  status: 'theorem',
  notes:
    'μ = s², h = ημ; attracting: both eigenvalues of the Jacobian of two steps lie inside the unit circle (Schur–Cohn).',
  assume: ({ h }) => that`${h}^2 + 2*${h} < 4`,
  conclude: ({ J }) => that`abs(trace(${J})) < 1 + det(${J}) < 2`,
});
