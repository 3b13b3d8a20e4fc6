import { claim, type Expr, ex, size, sum, that } from 'counterflow';
import { lotfi2022 } from '../_papers.ts';

export default claim('compression/code-without-codebook', {
  says: 'Lengths d·H(k/d) are those of a prefix code without bits for the codebook: Σ 2^{−length} ≤ 1 over C codebooks of one value each.',
  status: 'refuted',
  source: { ...lotfi2022, where: 'its code of quantized weights, without the cost of its codebook' },
  notes: 'One value: H = 0, so every network of one of the codebooks has length 0.',
  sizes: { C: size(1, 3), d: size(1, 3) },
  where: ({ C, d }) => {
    const length: Expr = ex`${d}*(ln(1)/ln(2))`;
    return { length, kraft: sum(C, () => ex`exp(-ln(2)*(${length}))`) };
  },
  conclude: ({ kraft }) => that`${kraft} <= 1`,
});
