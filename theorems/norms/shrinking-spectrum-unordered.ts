import { claim, each, ex, size, sum, that, vector } from 'counterflow';
import { kumar2020 } from '../_papers.ts';

export default claim('norms/shrinking-spectrum-unordered', {
  says: 'The same for factors in any order.',
  status: 'refuted',
  source: { ...kumar2020, where: 'effective rank under iterated regression; without its order' },
  notes: 'Singular values s₁ ≥ … ≥ 0 from sums of gaps, factors a in (0, 1].',
  sizes: { n: size(2, 3) },
  reals: { gap: vector('n', '(0, 1]'), a: vector('n', '(0, 1]') },
  where: ({ n, gap, a }) => {
    const s = (i: number) => sum(n - i, (k) => gap.at(i + k));
    return { top: (r: number) => sum(r, s), topAfter: (r: number) => sum(r, (i) => ex`${s(i)}*${a.at(i)}`) };
  },
  conclude: ({ n, top, topAfter }) =>
    each(n, (r) => that`${topAfter(r + 1)}*${top(n)} >= ${top(r + 1)}*${topAfter(n)}`),
});
