import { by, claim, ex, real, size, sum, that } from 'counterflow';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/metric', {
  says: 'Depth N, balanced, square: the flow scales u_iv_jᵀ by λ_ij = (σ_i² − σ_j²)/(σ_i^{2/N} − σ_j^{2/N}), between Nσ^{2−2/N} of the ends.',
  status: 'theorem',
  source: { ...cohen2022, where: 'its metric at a matrix with singular values σ' },
  notes: 'λ_ij = Σ_p σ_i^{2(N−p)/N} σ_j^{2(p−1)/N}; σ = s^N, so that all powers are whole.',
  sizes: { N: size(1, 5) },
  reals: { s: real('(0, 3/2]'), t: real('(0, 3/2]') },
  where: ({ N, s, t }) => ({ lambda: sum(N, (p) => ex`${s}^(2*(${N} - 1 - ${p}))*${t}^(2*${p})`) }),
  assume: ({ s, t }) => that`${s} > ${t}`,
  conclude: ({ N, s, t, lambda }) => [
    that`${lambda}*(${s}^2 - ${t}^2) = ${s}^(2*${N}) - ${t}^(2*${N})`,
    that`${N}*${t}^(2*${N} - 2) <= ${lambda} <= ${N}*${s}^(2*${N} - 2)`,
  ],
  derivation: ({ N, s, t }) => [
    by.positive(that`${s}^2 - ${t}^2 > 0`),
    ...Array.from({ length: N }, (_, m) => [
      by.positive(that`(${s}^2 - ${t}^2)*${sum(m + 1, (p) => ex`${s}^(2*(${m} - ${p}))*${t}^(2*${p})`)} >= 0`),
      by.positive(that`${s}^(2*${m}) - ${t}^(2*${m}) >= 0`),
    ]).flat(),
    ...Array.from({ length: N }, (_, p) => [
      by.positive(that`${t}^(2*${p})*(${s}^(2*(${N} - 1 - ${p})) - ${t}^(2*(${N} - 1 - ${p}))) >= 0`),
      by.positive(that`${s}^(2*(${N} - 1 - ${p}))*(${s}^(2*${p}) - ${t}^(2*${p})) >= 0`),
    ]).flat(),
  ],
});
