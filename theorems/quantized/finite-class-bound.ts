import { claim, ex, oneOf, size, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

/** Error patterns of N classifiers on m points, and how the empirical risk of n draws deviates. */
function enumerate(m: number, n: number, N: number, epsilon: number) {
  const errors = Array.from({ length: N }, (_, h) =>
    Array.from({ length: m }, (_, i) => Math.floor(((h + 1) * 2654435761) / 2 ** i) % 2),
  );
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  let ways = 0;
  let inside = [0, 1] as const as readonly [number, number];
  const visit = (counts: readonly number[], left: number): void => {
    if (counts.length < m - 1) {
      for (let k = 0; k <= left; k++) visit([...counts, k], left - k);
      return;
    }
    const all = [...counts, left];
    const top = Math.max(
      ...errors.map((e) => Math.abs(n * e.reduce((s, x) => s + x, 0) - m * e.reduce((s, x, i) => s + x * all[i]!, 0))),
    );
    if (top / (m * n) > epsilon) ways += all.reduce((f, k) => f / factorial(k), factorial(n));
    else if (top * inside[1] > inside[0] * m * n) inside = [top, m * n];
  };
  visit([], n);
  return { ways: Math.round(ways), inside };
}

export default claim('quantized/finite-class-bound', {
  says: 'N quantized networks, n samples: P(sup |R − R̂| > √((ln N + ln(2/δ))/2n)) ≤ δ, by exact enumeration.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'm equally likely points, δ = 1/10, 0-1 loss. Every deviation not counted is certified to be within the bound.',
  sizes: { m: size(3, 4), N: oneOf(2, 5, 12) },
  where: ({ m, N }) => {
    const n = 10 - m;
    const terms = Math.log(Number(N)) + Math.log(20);
    const { ways, inside } = enumerate(m, n, Number(N), Math.sqrt(terms / (2 * n)));
    return { n, ways, inside, epsilon: ex`sqrt((ln(${Number(N)}) + ln(20))/${2 * n})` };
  },
  conclude: ({ m, n, ways, inside, epsilon }) => [
    that`${ways}/${ex`${m}^${n}`} <= 1/10`,
    that`${inside[0]}/${inside[1]} <= ${epsilon}`,
  ],
});
