import { that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('factorization/period-two-multipliers', {
  says: 'The 2-cycle has the multipliers 9 − 2(1 + h)² along the diagonal and 3 − 2h across it.',
  status: 'theorem',
  notes: 'μ = s², h = ημ > 1; stated through trace and determinant of the Jacobian of two steps in (x, y).',
  conclude: ({ h, J }) => [
    that`trace(${J}) = 9 - 2*(1 + ${h})^2 + 3 - 2*${h}`,
    that`det(${J}) = (9 - 2*(1 + ${h})^2)*(3 - 2*${h})`,
  ],
});
