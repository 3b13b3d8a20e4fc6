import { claim, ex, integer, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('bias/flow-limit-l2-row', {
  says: 'One sample x = (1, c, …, c): the ℓ2 bound A ≤ B·exp(asinh(B/(Cα⁴))) of the flow limit holds with C = 785.4.',
  status: 'refuted',
  source: { ...woodworth2020, where: 'its limit of the flow; the bound is ours' },
  notes:
    'A = ‖w‖₂² for w = 2α² sinh(λx), B = ⟨x, w⟩²/‖x‖₂² the least ‖z‖₂², α = 1 (both are multiples of α⁴); c = s/√d. Every C above 785.2 fails for d large.',
  reals: { d: integer(2, 1000000), s: real('(0, 4]'), lambda: real('(0, 8]') },
  where: ({ d, s, lambda }) => {
    const c = ex`${s}/sqrt(${d})`;
    const [first, other] = [ex`2*sinh(${lambda})`, ex`2*sinh(${c}*${lambda})`];
    return {
      A: ex`${first}^2 + (${d} - 1)*${other}^2`,
      B: ex`(${first} + (${d} - 1)*${c}*${other})^2/(1 + (${d} - 1)*${c}^2)`,
    };
  },
  conclude: ({ A, B }) => that`${A} <= ${B}*exp(asinh(${B}/785.4))`,
});
