import { claim, ex, integer, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('bias/flow-limit-polynomial-row', {
  says: 'One sample x = (1, c, …, c), R ≥ 1: α ≤ ε/d gives S ≤ (1 + ε)R, so a polynomially small initialization suffices.',
  status: 'refuted',
  source: { ...woodworth2020, where: 'its exponential condition e^{−d/(εR)} made polynomial' },
  notes: 'S = ‖w‖₁ of the flow limit w = 2α² sinh(λx) on u² − v² from u = v = α; R = y = ⟨x, w⟩ is the least ℓ1 norm.',
  reals: {
    d: integer(2, 1000),
    c: real('(0, 1)'),
    lambda: real('(0, 40]'),
    alpha: real('(0, 1]', { scale: 'log' }),
    eps: real('(0, 1]'),
  },
  where: ({ d, c, lambda, alpha }) => {
    const first = ex`2*${alpha}^2*sinh(${lambda})`;
    const others = ex`(${d} - 1)*2*${alpha}^2*sinh(${c}*${lambda})`;
    return { S: ex`${first} + ${others}`, R: ex`${first} + ${c}*${others}` };
  },
  assume: ({ d, R, alpha, eps }) => [that`${R} >= 1`, that`${alpha} <= ${eps}/${d}`],
  conclude: ({ S, R, eps }) => that`${S} <= (1 + ${eps})*${R}`,
});
