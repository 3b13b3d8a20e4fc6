import { real, that } from 'counterflow';
import rate from './flow-limit-rate.ts';

export default rate.variant('bias/flow-limit-polynomial', {
  says: 'One sample: α ≤ R/(20d) gives S ≤ (1 + 1/20)R, so a polynomially small initialization suffices.',
  status: 'refuted',
  notes: 'The initialization has to be exponentially small in d/ε. w = 2α² sinh(λx), y = ⟨x, w⟩, R = |y|/‖x‖∞.',
  reals: { alpha: real('[1/1000000, 1]', { scale: 'log' }) },
  assume: ({ d, R, alpha }) => that`${alpha} <= ${R}/(20*${d})`,
  conclude: ({ S, R }) => that`${S} <= 21/20*${R}`,
});
