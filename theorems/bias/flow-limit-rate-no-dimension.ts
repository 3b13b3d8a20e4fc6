import { claim, ex, integer, real, that } from 'counterflow';

export default claim('bias/flow-limit-rate-no-dimension', {
  says: 'One sample x = (1, c, …, c), ρ = R/α² > ed: S/R ≤ 1 + 1/ln(ρ/d), with no ln d in the excess.',
  status: 'refuted',
  notes: 'S = ‖w‖₁ of the flow limit w = 2α² sinh(λx) on u² − v² from u = v = α; R = y = ⟨x, w⟩ is the least ℓ1 norm.',
  reals: { d: integer(2, 1000), c: real('(0, 1)'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ d, c, lambda, alpha }) => {
    const first = ex`2*${alpha}^2*sinh(${lambda})`;
    const others = ex`(${d} - 1)*2*${alpha}^2*sinh(${c}*${lambda})`;
    return { S: ex`${first} + ${others}`, R: ex`${first} + ${c}*${others}` };
  },
  assume: ({ d, R, alpha }) => that`${R} > ${d}*${alpha}^2*exp(1)`,
  conclude: ({ d, S, R, alpha }) => that`${S} <= ${R}*(1 + 1/ln(${R}/(${d}*${alpha}^2)))`,
});
