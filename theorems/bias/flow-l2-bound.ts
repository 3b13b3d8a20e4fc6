import { claim, ex, flow, matrix, real, size, solve, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('bias/flow-l2-bound', {
  says: 'The flow limit from u = v = α is nearly of least ℓ2 norm for large α: A ≤ B·exp(asinh(B/(8α⁴))), A = ‖w_∞‖₂², B = ‖X⁺y‖₂².',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; the bound is ours' },
  notes:
    'w = u² − v², loss ½‖Xw − y‖², y = Xz. The limit and X⁺y are solved for and proved at every point that decides.',
  unproved: 'the limit of a flow is no formula of the kernel; it is solved for and proved at points.',
  sizes: { n: size(1, 2), d: size(1, 5) },
  reals: { X: matrix('n', 'd', '[-3, 3]'), z: vector('d', '[-2, 2]'), alpha: real('[1/10, 2]', { scale: 'log' }) },
  where: ({ d, X, z, alpha }) => {
    const y = ex`${X}*${z}`;
    const a = ex`${alpha}*ones(${d})`;
    const { w } = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }).limit();
    return { w, A: ex`sum(${w}^2)`, B: ex`sum(${solve.least('l2', X, y).w}^2)` };
  },
  conclude: ({ alpha, A, B }) => that`${A} <= ${B}*exp(asinh(${B}/(8*${alpha}^4)))`,
  tight: ({ B }) => that`${B} = 0`,
});
