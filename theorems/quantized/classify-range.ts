import { claim, ex, integer, size, that, vector } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/classify-range', {
  says: 'With b-bit weights and inputs |Σ(uᵢ² − vᵢ²)xᵢ| ≤ d·2^(3(b−1)): exact in doubles while that is at most 2⁵³.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized classification; these exact statements are ours' },
  notes: 'b = 8, integers −128 … 127.',
  unproved: '256³ points at d = 1 are too many to decide each, and no derivation is written yet.',
  sizes: { d: size(1, 4) },
  reals: {
    u: vector('d', integer(-128, 127)),
    v: vector('d', integer(-128, 127)),
    x: vector('d', integer(-128, 127)),
  },
  conclude: ({ d, u, v, x }) => that`abs(sum((${u}^2 - ${v}^2)*${x})) <= ${d}*${ex`2^21`}`,
});
