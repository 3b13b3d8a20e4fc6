import { by, claim, type Expr, ex, matrix, that } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/nuclear-factors', {
  says: '2 × 2: ½(‖A‖² + ‖B‖²) ≥ ‖AB‖_*, so weight decay of two layers is a nuclear norm.',
  status: 'theorem',
  source: { ...neyshabur2017, where: 'norms of factors as regularisers of the product' },
  notes: '‖M‖_*² = ‖M‖² + 2|det M| for two singular values.',
  reals: { A: matrix(2, 2, '[-2, 2]'), B: matrix(2, 2, '[-2, 2]') },
  where: ({ A, B }) => ({
    size: ex`(norm(${A})^2 + norm(${B})^2)/2`,
    nuclear2: ex`norm(${A}*${B})^2 + 2*abs(det(${A}*${B}))`,
  }),
  conclude: ({ size, nuclear2 }) => that`${size}^2 >= ${nuclear2}`,
  derivation: ({ A, B, size, nuclear2 }) => {
    const [a, b, d] = [ex`norm(${A})^2`, ex`norm(${B})^2`, ex`det(${A}*${B})`];
    const [x1, x2, x3, x4] = [B.at(0, 0), B.at(1, 0), B.at(0, 1), B.at(1, 1)];
    // What ‖A‖²‖B‖² is more than ‖AB‖² ± 2 det AB: the part of A, its second row times ±1, in the other two of four directions.
    const rest = (s: 1 | -1): Expr => {
      const [p1, p2, p3, p4] = [A.at(0, 0), A.at(0, 1), ex`${s}*${A.at(1, 0)}`, ex`${s}*${A.at(1, 1)}`];
      return ex`(${p2}*${x1} - ${p1}*${x2} + ${p3}*${x4} - ${p4}*${x3})^2 + (${p2}*${x3} - ${p1}*${x4} - ${p3}*${x2} + ${p4}*${x1})^2`;
    };
    return [
      by.positive(that`(${a} - ${b})^2/4 >= 0`),
      by.ring(that`${size}^2 - ${a}*${b} = (${a} - ${b})^2/4`),
      ...([1, -1] as const).flatMap((s) => [
        by.positive(that`${rest(s)} >= 0`),
        by.ring(that`${a}*${b} - (norm(${A}*${B})^2 + ${s}*2*${d}) = ${rest(s)}`),
      ]),
      by.lemma(
        { S: ex`${size}^2`, P: ex`${a}*${b}`, M: ex`norm(${A}*${B})^2`, d, N: nuclear2 },
        {
          from: ({ S, P, M, d, N }) => [
            that`${S} >= ${P}`,
            that`${P} >= ${M} + 2*${d}`,
            that`${P} >= ${M} - 2*${d}`,
            that`${N} = ${M} + 2*abs(${d})`,
          ],
          shows: ({ S, N }) => that`${S} >= ${N}`,
          steps: ({ S, N, d }) =>
            by.cases(that`${S} >= ${N}`, {
              between: [d, 0],
              below: by.root(that`abs(${d}) = -${d}`),
              above: by.root(that`abs(${d}) = ${d}`),
            }),
        },
      ),
    ];
  },
});
