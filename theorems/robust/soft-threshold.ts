import { claim, ex, real, size, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';

export default claim('robust/soft-threshold', {
  says: 'One sample z: z·w − ε‖w‖₁ ≤ ‖S‖₂‖w‖₂ with the soft threshold S = S_ε(z), and w = S attains it.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'ℓ∞ attacks against ℓ2 geometry; the closed form is ours' },
  notes: 'S_ε(z) = max(z − ε, 0) − max(−z − ε, 0). So robust training changes the direction, not only the length.',
  sizes: { d: size(1, 4) },
  reals: { z: vector('d', '[-2, 2]'), w: vector('d', '[-2, 2]'), epsilon: real('[0, 2]') },
  where: ({ z, epsilon }) => ({ S: ex`max(${z} - ${epsilon}, 0) - max(-${z} - ${epsilon}, 0)` }),
  conclude: ({ z, w, epsilon, S }) => [
    that`sum(${z}*${w}) - ${epsilon}*norm1(${w}) <= norm(${S})*norm(${w})`,
    that`sum(${z}*${S}) - ${epsilon}*norm1(${S}) = norm(${S})^2`,
  ],
});
