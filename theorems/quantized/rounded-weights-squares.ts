import { claim, ex, implies, integer, size, that, vector } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/rounded-weights-squares', {
  says: 'The same for u² − v² with u and v rounded.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Grid step 1, x = (1, …, 1), so the band is d/2; u = a + e/2 with whole a and |eᵢ| < 1 rounds to a.',
  sizes: { d: size(1, 3) },
  reals: {
    a: vector('d', integer(-6, 6)),
    b: vector('d', integer(-6, 6)),
    e: vector('d', '(-1, 1)'),
    r: vector('d', '(-1, 1)'),
  },
  where: ({ a, b, e, r }) => ({
    f: ex`sum((${a} + ${e}/2)^2 - (${b} + ${r}/2)^2)`,
    rounded: ex`sum(${a}^2 - ${b}^2)`,
  }),
  conclude: ({ d, f, rounded }) => implies(that`${f} < -${d}/2`, that`${rounded} < 0`),
});
