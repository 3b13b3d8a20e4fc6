import { claim, ex, real, that } from 'counterflow';
import { gissin2019 } from '../_papers.ts';

export default claim('incremental/order-depth-2', {
  says: 'Depth 2: if σ₀ is small enough (a power of s₂, see notes), the larger mode is learned before the smaller begins.',
  status: 'theorem',
  source: gissin2019,
  notes:
    'Modes σ̇ = σ(s_i − σ) from a common σ₀, s₁ > s₂. Learned: σ₁ = f s₁; begun: σ₂ = b s₂, b < f. With r = s₁/s₂ the condition is σ₀ < b s₂ and (r − 1) ln σ₀ ≤ r ln(b s₂) + ln((1 − f)/(f s₁)). The condition is ours.',
  reals: {
    s1: real('(0, 4]'),
    s2: real('(0, 4]'),
    f: real('[1/2, 19/20]'),
    b: real('[1/20, 1/2]'),
    sigma0: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ s1, s2, f, b, sigma0 }) => ({
    learned: ex`ln(${f}*(${s1} - ${sigma0})/(${sigma0}*(1 - ${f})))/${s1}`,
    begun: ex`ln(${b}*(${s2} - ${sigma0})/(${sigma0}*(1 - ${b})))/${s2}`,
  }),
  assume: ({ s1, s2, f, b, sigma0 }) => [
    that`${s2} < ${s1}`,
    that`${b} < ${f}`,
    that`${sigma0} < ${b}*${s2}`,
    that`(${s1}/${s2} - 1)*ln(${sigma0}) <= ${s1}/${s2}*ln(${b}*${s2}) + ln((1 - ${f})/(${f}*${s1}))`,
  ],
  conclude: ({ learned, begun }) => that`${learned} <= ${begun}`,
});
