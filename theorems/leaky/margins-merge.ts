import { claim, ex, real, that } from 'counterflow';
import { kou2023 } from '../_papers.ts';

export default claim('leaky/margins-merge', {
  says: 'Orthogonal samples, matching signs: margins m_i(t) = ln(e^{m_i(0)} + c_it) never differ by more than at the start or |ln(c_i/c_k)|.',
  status: 'theorem',
  source: { ...kou2023, where: 'its equal normalised margins; here along the flow and exact' },
  notes: 'Exponential loss. All margins grow like ln t, so normalised margins agree in the limit, like 1/ln t.',
  reals: {
    a: real('[-2, 2]'),
    b: real('[-2, 2]'),
    c: real('[1/10, 4]'),
    d: real('[1/10, 4]'),
    t: real('[0, 1000000]', { scale: 'log' }),
  },
  where: ({ a, b, c, d, t }) => ({
    gap: ex`abs(ln(exp(${a}) + ${c}*${t}) - ln(exp(${b}) + ${d}*${t}))`,
  }),
  conclude: ({ a, b, c, d, gap }) => that`${gap} <= max(abs(${a} - ${b}), abs(ln(${c}/${d})))`,
});
