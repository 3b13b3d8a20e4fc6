import { claim, ex, flow, matrix, real, size, solve, squared, that, vector } from 'counterflow';
import { matt2025 } from '../_papers.ts';

export default claim('bias/deep-flow-l1-bound', {
  says: 'Depth D ≥ 3, from u = v = α: S − R ≤ (D/2)α^{D−2}d^{1−2/D}S^{2/D}, S = ‖w_∞‖₁, R = min ‖w‖₁.',
  status: 'theorem',
  source: { ...matt2025, where: 'its linear rate at depth ≥ 3; this bound is ours' },
  notes:
    'w = u^D − v^D, loss ½‖Xw − y‖², y = Xz. The limit and R are solved for and proved at every point that decides.',
  unproved: 'the limit of a flow is no formula of the kernel; it is solved for and proved at points.',
  sizes: { D: size(3, 5), n: size(1, 2), d: size(1, 4) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), z: vector('d', '[-2, 2]'), alpha: real('[1/100, 1]', { scale: 'log' }) },
  where: ({ D, d, X, z, alpha }) => {
    const y = ex`${X}*${z}`;
    const a = ex`${alpha}*ones(${d})`;
    const { w } = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^${D} - ${v}^${D}` }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }).limit();
    return { w, S: ex`norm1(${w})`, R: solve.least('l1', X, y).value };
  },
  conclude: ({ D, d, alpha, S, R }) => that`${S} - ${R} <= ${D}/2*${alpha}^(${D} - 2)*${d}^(1 - 2/${D})*${S}^(2/${D})`,
  tight: ({ S }) => that`${S} = 0`,
});
