import { claim, ex, real, size, sum, that } from 'counterflow';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/infinite-depth', {
  says: 'λ_ij/N tends to λ^∞ = (σ_i² − σ_j²)/(ln σ_i² − ln σ_j²): σ_i^{−2/N} λ^∞ ≤ λ_ij/N ≤ σ_j^{−2/N} λ^∞ for σ_i > σ_j.',
  status: 'theorem',
  source: { ...cohen2022, where: 'its infinite depth limit; the rate is ours' },
  notes: 'σ_i = e^a, σ_j = e^b, so that roots are exponentials; λ_ij = Σ_p σ_i^{2(N−p)/N} σ_j^{2(p−1)/N}.',
  sizes: { N: size(1, 8) },
  reals: { a: real('[-1, 1]'), b: real('[-1, 1]') },
  where: ({ N, a, b }) => ({
    lambda: sum(N, (p) => ex`exp(2*(${N} - 1 - ${p})/${N}*${a} + 2*${p}/${N}*${b})`),
    limit: ex`(exp(2*${a}) - exp(2*${b}))/(2*(${a} - ${b}))`,
  }),
  assume: ({ a, b }) => that`${a} > ${b}`,
  conclude: ({ N, a, b, lambda, limit }) =>
    that`exp(-2*${a}/${N})*${limit} <= ${lambda}/${N} <= exp(-2*${b}/${N})*${limit}`,
});
