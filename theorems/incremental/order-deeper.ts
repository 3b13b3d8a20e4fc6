import { type Expr, ex, that } from 'counterflow';
import order from './order-depth-2.ts';

/** The clock of depth 4, σ̇ = σ^{3/2}(s − σ). */
const clock = (s: Expr, sigma: Expr) => ex`2/${s}*(atanh(sqrt(${sigma}/${s}))/sqrt(${s}) - 1/sqrt(${sigma}))`;

export default order.variant('incremental/order-deeper', {
  says: 'Greater depth needs a smaller initialization: where depth 4 learns the modes in order, depth 2 does.',
  status: 'refuted',
  notes:
    'Learned: σ₁ = f s₁; begun: σ₂ = b s₂, from a common σ₀; σ̇ = σ^{2−2/N}(s − σ). It is the other way round: the largest σ₀ is exponentially small in 1/(s₁/s₂ − 1) at depth 2 only.',
  assume: ({ s1, s2, f, b, sigma0 }) => [
    that`${s2} < ${s1}`,
    that`${b} < ${f}`,
    that`${sigma0} < ${b}*${s2}`,
    that`${clock(s1, ex`${f}*${s1}`)} - ${clock(s1, sigma0)} <= ${clock(s2, ex`${b}*${s2}`)} - ${clock(s2, sigma0)}`,
  ],
});
