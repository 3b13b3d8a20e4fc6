import { claim, ex, product, size, that } from 'counterflow';
import { lotfi2022 } from '../_papers.ts';

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

export default claim('compression/enumerative-code', {
  says: 'd symbols with counts k_i: an enumerative code needs log₂ d!/∏k_i! ≤ d·H(k/d) bits, given the counts.',
  status: 'theorem',
  source: { ...lotfi2022, where: 'its code of quantized weights; constants of its implementation are not quoted' },
  notes:
    'H in bits, 0 log 0 = 0; raised to a power of 2 that is d!/∏k_i!·∏(k_i/d)^{k_i} ≤ 1, in exact fractions. Three symbols; every count up to 6. The codebook and the counts cost extra (code-without-codebook).',
  sizes: { a: size(0, 6), b: size(0, 6), c: size(1, 6) },
  where: ({ a, b, c }) => {
    const counts = [a, b, c].filter((k) => k > 0);
    const d = a + b + c;
    const ways = counts.reduce((f, k) => f / factorial(k), factorial(d));
    return { d, counts, ways: Math.round(ways) };
  },
  conclude: ({ d, counts, ways }) => that`${ways}*${product(counts, (k) => ex`(${k}/${d})^${k}`)} <= 1`,
});
