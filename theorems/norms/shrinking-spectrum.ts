import { by, claim, each, ex, size, sum, that, vector } from 'counterflow';
import { kumar2020 } from '../_papers.ts';

export default claim('norms/shrinking-spectrum', {
  says: 'Singular values s and factors a in the same order: the share of the leading r values in Σ s_ia_i never falls.',
  status: 'theorem',
  source: { ...kumar2020, where: 'effective rank under iterated regression; this exact form is ours' },
  notes: 's₁ ≥ … ≥ 0 and a₁ ≥ … ≥ 0 are sums of gaps. So the effective rank does not rise.',
  sizes: { n: size(2, 4) },
  reals: { gap: vector('n', '(0, 1]'), gapA: vector('n', '(0, 1]') },
  where: ({ n, gap, gapA }) => {
    const s = (i: number) => sum(n - i, (k) => gap.at(i + k));
    const a = (i: number) => sum(n - i, (k) => gapA.at(i + k));
    return { top: (r: number) => sum(r, s), topAfter: (r: number) => sum(r, (i) => ex`${s(i)}*${a(i)}`) };
  },
  conclude: ({ n, top, topAfter }) =>
    each(n, (r) => that`${topAfter(r + 1)}*${top(n)} >= ${top(r + 1)}*${topAfter(n)}`),
  // With r leading values and the others: Σ_{i≤r<j} s_i s_j (a_i − a_j), a sum of products of gaps.
  derivation: ({ n, gap, gapA, top, topAfter }) => {
    const s = (i: number) => sum(n - i, (k) => gap.at(i + k));
    return Array.from({ length: n - 1 }, (_, q) => {
      const r = q + 1;
      const apart = sum(r, (i) =>
        sum(n - r, (k) => ex`${s(i)}*${s(r + k)}*(${sum(r + k - i, (l) => gapA.at(i + l))})`),
      );
      return [
        by.positive(that`${apart} >= 0`),
        by.ring(that`${topAfter(r)}*${top(n)} - ${top(r)}*${topAfter(n)} = ${apart}`),
        by.lemma(
          { p: ex`${topAfter(r)}*${top(n)}`, q: ex`${top(r)}*${topAfter(n)}`, g: apart },
          {
            from: ({ p, q, g }) => [that`${g} >= 0`, that`${p} - ${q} = ${g}`],
            shows: ({ p, q }) => that`${p} >= ${q}`,
          },
        ),
      ];
    }).flat();
  },
});
