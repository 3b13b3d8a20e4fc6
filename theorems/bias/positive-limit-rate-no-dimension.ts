import { claim, ex, integer, real, that } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('bias/positive-limit-rate-no-dimension', {
  says: 'Two positive layers at α, one sample x = (1, c, …, c), R > dα²: S/R ≤ 1 + 1/ln(R/(dα²)), with no ln d in the excess.',
  status: 'refuted',
  source: { ...chou2021, where: 'its ℓ1 bias; rederived' },
  notes: 'S = ‖w‖₁ of the flow limit w = α² exp(λx); R = y = ⟨x, w⟩ is the least ℓ1 norm.',
  reals: { d: integer(2, 1000), c: real('(0, 1)'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ d, c, lambda, alpha }) => {
    const first = ex`${alpha}^2*exp(${lambda})`;
    const others = ex`(${d} - 1)*${alpha}^2*exp(${c}*${lambda})`;
    return { S: ex`${first} + ${others}`, R: ex`${first} + ${c}*${others}` };
  },
  assume: ({ d, R, alpha }) => that`${R} > ${d}*${alpha}^2`,
  conclude: ({ d, S, R, alpha }) => that`${S} <= ${R}*(1 + 1/ln(${R}/(${d}*${alpha}^2)))`,
});
