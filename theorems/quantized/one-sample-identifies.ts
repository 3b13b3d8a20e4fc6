import { claim, type Expr, ex, implies, integer, oneOf, size, sum, that, vector } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/one-sample-identifies', {
  says: 'Weights in {−M, …, M} are identified by one sample, xᵢ = (2M + 1)ⁱ: quantized learning from data is exact.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'Balanced digits. The difference δ of two weight vectors with the same output is 0; δᵢ in {−2M, …, 2M}, every one.',
  sizes: { d: size(1, 3), M: oneOf(1, 2, 3) },
  reals: { delta: vector('d', integer(-6, 6)) },
  where: ({ d, M, delta }) => ({ apart: outputOf(delta, d, 2 * Number(M) + 1) }),
  assume: ({ M, delta }) => that`normInf(${delta}) <= ${2 * Number(M)}`,
  conclude: ({ apart, delta }) => implies(that`${apart} = 0`, that`${delta} = 0`),
});

/** Σ wᵢ·baseⁱ. */
export const outputOf = (w: Expr, d: number, base: number) => sum(d, (i) => ex`${w.at(i)}*${base ** i}`);
