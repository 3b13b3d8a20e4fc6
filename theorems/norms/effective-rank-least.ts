import { claim, real, size, sum, that, vector } from 'counterflow';
import { kumar2020 } from '../_papers.ts';

export default claim('norms/effective-rank-least', {
  says: 'The effective rank, the least k whose leading singular values have a share 1 − δ, is at least (1 − δ)‖s‖₁/‖s‖∞.',
  status: 'theorem',
  source: { ...kumar2020, where: 'its effective rank; the bound is ours' },
  notes: 's₁ ≥ … ≥ 0 from sums of gaps. Stated for every k that reaches the share.',
  sizes: { n: size(2, 4), k: size(1, 4) },
  reals: { gap: vector('n', '(0, 1]'), delta: real('[0, 1)') },
  where: ({ n, k, gap }) => {
    const s = (i: number) => sum(n - i, (j) => gap.at(i + j));
    const rank = Math.min(k, n);
    return { rank, top: sum(rank, s), all: sum(n, s), largest: s(0), s };
  },
  assume: ({ delta, top, all }) => that`${top} >= (1 - ${delta})*(${all})`,
  conclude: ({ rank, delta, all, largest }) => that`${rank}*(${largest}) >= (1 - ${delta})*(${all})`,
});
