import { claim, ex, integer, pairs, sum, that, vector } from 'counterflow';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/infinite-depth-unscaled', {
  says: 'The volume form has a limit of infinite depth without the factor N in the metric: ln √det g stays above −15 for d = 3.',
  status: 'refuted',
  source: { ...cohen2022, where: 'its infinite depth limit, without its scaling' },
  notes:
    'σ_1 > σ_2 > σ_3 from gaps, σ_i^{2/N} = exp((2/N) ln σ_i), the volume form of volume.ts. With N·g the limit is ∏σ_i^{−1} ∏_{i<j} (ln σ_i² − ln σ_j²)/(σ_i² − σ_j²); without, ln √det g falls like −(9/2) ln N.',
  reals: { gap: vector(3, '[1/4, 1]'), N: integer(1, 10000) },
  where: ({ gap, N }) => {
    const s = (i: number) => sum(3 - i, (k) => gap.at(i + k));
    const root = (i: number) => ex`exp(2*ln(${s(i)})/${N})`;
    const apart = sum(pairs(3), ([i, j]) => ex`ln((${root(i)} - ${root(j)})/(${s(i)}^2 - ${s(j)}^2))`);
    const logs = sum(3, (i) => ex`ln(${s(i)})`);
    const volume = ex`-3/2*ln(${N}) - (1 - 1/${N})*(${logs}) + ${apart}`;
    return {
      volume,
      scaled: ex`${volume} + 9/2*ln(${N})`,
      limit: ex`${sum(pairs(3), ([i, j]) => ex`ln((2*ln(${s(i)}) - 2*ln(${s(j)}))/(${s(i)}^2 - ${s(j)}^2))`)} - (${logs})`,
    };
  },
  conclude: ({ volume }) => that`${volume} >= -15`,
});
