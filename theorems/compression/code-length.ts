import { claim, type Expr, ex, oneOf, size, that } from 'counterflow';
import { draws } from '../_draws.ts';
import { lotfi2022 } from '../_papers.ts';

/** Code lengths from the number of errors of a pattern: equal ones, or shorter for better patterns. */
const lengths = { equal: (m: number) => m, shorter: (_: number, errors: number) => 2 * errors + 2 } as const;

export default claim('compression/code-length', {
  says: 'Prefix code lengths l, n draws: P(some h has R > R̂ + √((l ln 2 + ln(1/δ))/2n)) ≤ δ, by exact enumeration.',
  status: 'theorem',
  source: { ...lotfi2022, where: 'the finite bound that it starts from' },
  notes:
    'm equally likely points, all 2^m error patterns, δ = 3/10, 0/1 loss. equal: length m; shorter: 2k + 2 for k errors. The probability is an exact fraction; that every case not counted is within the bound is stated too.',
  sizes: { m: size(2, 4), n: size(2, 6), code: oneOf('equal', 'shorter') },
  where: ({ m, n, code }) => {
    const length = (errors: number) => lengths[code](m, errors);
    const { ways, within } = draws(
      m,
      n,
      length,
      (l, share) => share + Math.sqrt((l * Math.LN2 + Math.log(10 / 3)) / (2 * n)),
    );
    const choose = (k: number): number => (k === 0 ? 1 : (choose(k - 1) * (m - k + 1)) / k);
    const kraft = Array.from({ length: m + 1 }, (_, k) => ex`${choose(k)}*2^(-${length(k)})`);
    const bound = (l: number): Expr => ex`sqrt((${l}*ln(2) + ln(10/3))/(2*${n}))`;
    return { probability: ex`${ways}/${m}^${n}`, within, kraft: kraft.reduce((a, b) => ex`${a} + ${b}`), bound };
  },
  conclude: ({ m, n, probability, within, kraft, bound }) => [
    that`${probability} <= 3/10`,
    that`${kraft} <= 1`,
    ...within.map((c) => that`${c.risk}/${m} <= ${c.errors}/${n} + ${bound(c.length)}`),
  ],
});
