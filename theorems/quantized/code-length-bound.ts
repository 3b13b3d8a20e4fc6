import { claim, ex, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

const LENGTHS = [1, 2, 3, 4, 5, 5] as const;
const POINTS = 5;
const DRAWS = 6;
const errors = LENGTHS.map((_, h) =>
  Array.from({ length: POINTS }, (_, i) => Math.floor(((h + 1) * 2654435761) / 2 ** i) % 2),
);

/** Ways in which some network deviates past its own bound, and per network the largest deviation within it. */
function enumerate() {
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  const inside = LENGTHS.map(() => 0);
  let ways = 0;
  const visit = (counts: readonly number[], left: number): void => {
    if (counts.length < POINTS - 1) {
      for (let k = 0; k <= left; k++) visit([...counts, k], left - k);
      return;
    }
    const all = [...counts, left];
    const off = errors.map((e) =>
      Math.abs(DRAWS * e.reduce((s, x) => s + x, 0) - POINTS * e.reduce((s, x, i) => s + x * all[i]!, 0)),
    );
    const bound = (h: number): number => Math.sqrt((LENGTHS[h]! * Math.LN2 + Math.log(20)) / (2 * DRAWS));
    if (off.some((d, h) => d / (POINTS * DRAWS) > bound(h)))
      ways += all.reduce((f, k) => f / factorial(k), factorial(DRAWS));
    else for (const [h, d] of off.entries()) inside[h] = Math.max(inside[h]!, d);
  };
  visit([], DRAWS);
  return { ways: Math.round(ways), inside };
}

export default claim('quantized/code-length-bound', {
  says: 'With prefix code lengths ℓ in place of log₂ N the bound holds for all networks at once, by exact enumeration.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Six networks with code lengths 1, 2, 3, 4, 5, 5 (Kraft sum 1), 5 equally likely points, 6 draws, δ = 1/10.',
  where: () => enumerate(),
  conclude: ({ ways, inside }) => [
    that`${ways}/${ex`5^6`} <= 1/10`,
    ...LENGTHS.map((l, h) => that`${inside[h]!}/30 <= sqrt((${l}*ln(2) + ln(20))/12)`),
    that`1/2 + 1/4 + 1/8 + 1/16 + 2/32 <= 1`,
  ],
});
