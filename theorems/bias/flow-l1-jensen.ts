import { claim, type Expr, ex, flow, matrix, real, size, solve, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

export default claim('bias/flow-l1-jensen', {
  says: 'The flow limit from u = v = α is nearly of least ℓ1 norm: d·q(S/(dα²)) ≤ q(R/α²), S = ‖w_∞‖₁, R = min ‖w‖₁.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; the bound without hidden constants is ours' },
  notes: 'w = u² − v², loss ½‖Xw − y‖², y = Xz. The limit and R are solved for and proved at every point that decides.',
  unproved: 'the limit of a flow is no formula of the kernel; it is solved for and proved at points.',
  sizes: { n: size(1, 3), d: size(1, 5) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), z: vector('d', '[-2, 2]'), alpha: real('(0, 2]', { scale: 'log' }) },
  where: ({ d, X, z, alpha }) => {
    const y = ex`${X}*${z}`;
    const a = ex`${alpha}*ones(${d})`;
    const { w } = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }).limit();
    return { y, w, S: ex`norm1(${w})`, R: solve.least('l1', X, y).value };
  },
  conclude: ({ d, alpha, S, R }) => that`${d}*${q}(${S}/(${d}*${alpha}^2)) <= ${q}(${R}/${alpha}^2)`,
  tight: ({ R }) => that`${R} = 0`,
});
