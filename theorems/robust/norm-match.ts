import { claim, ex, matrix, real, size, solve, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';

export default claim('robust/norm-match', {
  says: 'ℓ∞ attacks and ℓ1 geometry match: the direction of largest ℓ1 margin γ has the largest robust margin, γ − ε, for every ε < γ.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'attacks matched to the norm of the algorithm' },
  notes:
    'min_i z_i·w − ε‖w‖₁ against γ and its direction, solved for and proved by exact duals. On ‖w‖₁ = 1 the penalty is the constant ε. In the ℓ2 geometry the direction moves (soft-threshold-same-direction).',
  unproved: 'the largest margin is solved for and has no formula in the kernel.',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), epsilon: real('[0, 2]') },
  where: ({ Z, w, epsilon }) => {
    const best = solve.margin('l1', Z);
    return { gamma: best.value, robust: ex`min(${Z}*${w}) - ${epsilon}*norm1(${w})` };
  },
  assume: ({ gamma, epsilon }) => that`${epsilon} < ${gamma}`,
  conclude: ({ w, gamma, robust, epsilon }) => that`${robust} <= (${gamma} - ${epsilon})*norm1(${w})`,
});
