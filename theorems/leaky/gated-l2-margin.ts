import { claim, ex, size, that, vector } from 'counterflow';
import { lippl2022 } from '../_papers.ts';

export default claim('leaky/gated-l2-margin', {
  says: 'Gated linear network, one sample: the direction of largest ℓ2 margin in the gated features has the largest group margin, max g.',
  status: 'refuted',
  source: { ...lippl2022, where: 'its one-layer limit, taken for two layers' },
  notes:
    '‖x‖ = 1, β_r along x: features g_r, so the ℓ2 direction is β = g with group margin Σg²/Σg. With two layers the limit is the largest gate alone (gated-largest-gate).',
  sizes: { R: size(2, 3) },
  reals: { gate: vector('R', '(0, 2]') },
  where: ({ gate }) => ({ group: ex`sum(${gate}^2)/sum(${gate})`, largest: ex`max(${gate})`, l2: ex`norm(${gate})` }),
  conclude: ({ group, largest }) => that`${group} >= ${largest}`,
});
