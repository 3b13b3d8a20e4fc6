import { by, claim, ex, integer, size, that, vector } from 'counterflow';
import { productWithin, within } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/classify-range', {
  says: 'With b-bit weights and inputs |Σ(uᵢ² − vᵢ²)xᵢ| ≤ d·2^(3(b−1)): exact in doubles while that is at most 2⁵³.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized classification; these exact statements are ours' },
  notes: 'b = 8, integers −128 … 127.',
  sizes: { d: size(1, 4) },
  reals: {
    u: vector('d', integer(-128, 127)),
    v: vector('d', integer(-128, 127)),
    x: vector('d', integer(-128, 127)),
  },
  conclude: ({ d, u, v, x }) => that`abs(sum((${u}^2 - ${v}^2)*${x})) <= ${d}*${ex`2^21`}`,
  derivation: ({ d, u, v, x }) => {
    const value = ex`sum((${u}^2 - ${v}^2)*${x})`;
    return [
      by.positive(that`(128 - ${u})*(128 + ${u}) >= 0`),
      by.positive(that`(128 - ${v})*(128 + ${v}) >= 0`),
      productWithin(ex`${u}^2 - ${v}^2`, ex`2^14`, x, ex`2^7`),
      by.positive(that`${d}*2^21 - ${value} >= 0`),
      by.positive(that`${d}*2^21 + ${value} >= 0`),
      within(value, ex`${d}*2^21`),
    ];
  },
});
