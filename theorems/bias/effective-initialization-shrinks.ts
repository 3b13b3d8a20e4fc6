import { and, by, constant, type Expr, ex, that } from 'counterflow';
import effective from './effective-initialization.ts';

export default effective.variant('bias/effective-initialization-shrinks', {
  says: 'If |γg| ≤ √2 at every step, the effective initialization only shrinks: Σ q(γg) ≥ 0, and it grows with the steps.',
  status: 'theorem',
  constants: { c: constant('2', { to: '3' }) },
  assume: ({ run, c }) => [run.always(({ x }) => that`${x}^2 != 1`), run.always(({ x }) => that`${x}^2 <= ${c}`)],
  conclude: ({ run }) => run.always(({ Q, next }) => that`${next.Q} >= ${Q}`),
  derivation: ({ run }) => [
    by.induction(run, { keeps: () => that`0 = 0`, step: ({ x }) => factors(x) }),
    by.always(run, ({ x, Q, next }) => [
      ...factors(x),
      by.lemma(
        { y: ex`(1 - ${x}^2)^2`, Q, N: next.Q },
        {
          entries: true,
          from: ({ y, Q, N }) => [that`0 < ${y} <= 1`, that`${N} = ${Q} + -ln(${y})/2`],
          shows: ({ Q, N }) => that`${N} >= ${Q}`,
          steps: ({ y }) => [by.law('expTangent', ex`ln(${y})`), by.law('expLog', y)],
        },
      ),
    ]),
  ],
});

/** The factors that the sums take logarithms of are not 0. */
const factors = (x: Expr) => [
  by.lemma(
    { x },
    {
      entries: true,
      from: ({ x }) => [that`${x}^2 != 1`, that`${x}^2 <= 2`],
      shows: ({ x }) =>
        and(
          that`1 - ${x}^2 != 0`,
          that`1 - ${x} != 0`,
          that`1 + ${x} != 0`,
          that`0 < (1 - ${x}^2)^2`,
          that`(1 - ${x}^2)^2 <= 1`,
        ),
      steps: ({ x }) => [
        by.contradiction(that`1 - ${x}^2 != 0`),
        by.positive(that`0 < (1 - ${x}^2)^2`),
        // 1 − (1 − x²)² = x²(2 − x²), a factorisation that nerdamer finds.
        by.companion(that`(1 - ${x}^2)^2 <= 1`),
        by.contradiction(that`1 - ${x} != 0`),
        by.contradiction(that`1 + ${x} != 0`),
      ],
    },
  ),
];
