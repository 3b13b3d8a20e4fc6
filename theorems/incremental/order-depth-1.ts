import { claim, ex, real, that } from 'counterflow';
import { gissin2019 } from '../_papers.ts';

export default claim('incremental/order-depth-1', {
  says: 'Depth 1 never learns in order: the smaller mode begins before the larger is learned, from every σ₀.',
  status: 'theorem',
  source: gissin2019,
  notes: 'Modes σ̇ = s_i − σ from a common σ₀ < s₂ < s₁. Learned: σ₁ = f s₁; begun: σ₂ = b s₂ with b ≤ f.',
  reals: {
    s1: real('(0, 4]'),
    s2: real('(0, 4]'),
    f: real('(0, 1)'),
    b: real('(0, 1)'),
    sigma0: real('(0, 4]'),
  },
  where: ({ s1, s2, f, b, sigma0 }) => ({
    learned: ex`ln((${s1} - ${sigma0})/(${s1}*(1 - ${f})))`,
    begun: ex`ln((${s2} - ${sigma0})/(${s2}*(1 - ${b})))`,
  }),
  assume: ({ s1, s2, f, b, sigma0 }) => [that`${sigma0} < ${s2} < ${s1}`, that`${b} <= ${f}`],
  conclude: ({ learned, begun }) => that`${learned} > ${begun}`,
});
