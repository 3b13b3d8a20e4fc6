import { claim, eq, ex, implies, integer, oneOf, size, that, vector } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/one-sample-identifies', {
  says: 'Weights in {−M, …, M} are identified by one sample, xᵢ = (2M + 1)ⁱ: quantized learning from data is exact.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Balanced digits. Two weight vectors with the same output are the same.',
  unproved: 'the domain has 7⁶ points at d = 3, which are searched.',
  sizes: { d: size(1, 3), M: oneOf(1, 2, 3) },
  reals: { w: vector('d', integer(-3, 3)), z: vector('d', integer(-3, 3)) },
  where: ({ d, M, w, z }) => {
    const out = (a: typeof w) =>
      Array.from({ length: d }, (_, i) => ex`${a.at(i)}*${(2 * Number(M) + 1) ** i}`).reduce((s, t) => ex`${s} + ${t}`);
    return { first: out(w), second: out(z) };
  },
  assume: ({ M, w, z }) => [that`normInf(${w}) <= ${Number(M)}`, that`normInf(${z}) <= ${Number(M)}`],
  conclude: ({ first, second, w, z }) => implies(eq(first, second), eq(w, z)),
});
