import { that } from 'counterflow';
import order from './order-depth-2.ts';

export default order.variant('incremental/order-depth-2-hundredth', {
  says: 'Depth 2: σ₀ ≤ b s₂/100 suffices, whatever the ratio of the modes.',
  status: 'refuted',
  assume: ({ s1, s2, f, b, sigma0 }) => [that`${s2} < ${s1}`, that`${b} < ${f}`, that`${sigma0} <= ${b}*${s2}/100`],
});
