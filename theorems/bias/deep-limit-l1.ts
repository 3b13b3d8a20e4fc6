import { claim, ex, matrix, real, size, that, vector } from 'counterflow';
import { matt2025 } from '../_papers.ts';

export default claim('bias/deep-limit-l1', {
  says: 'Depth D ≥ 3: the limit w of the flow on u^D − v^D has ‖w‖₁ − ‖z‖₁ ≤ (D/2)α^{D−2}d^{1−2/D}‖w‖₁^{2/D} for every interpolator z.',
  status: 'theorem',
  source: { ...matt2025, where: 'its linear rate at depth ≥ 3; this bound is ours' },
  notes:
    'The limit is the one interpolator w = α^D h_D(Xᵀλ), h_D(s) = (1−s)^{−p} − (1+s)^{−p}, p = D/(D−2), |Xᵀλ| < 1; y = Xw; z = w + sa with Xa = 0.',
  unproved: "Hölder's inequality with powers 2/D of sums is not derived in the kernel yet.",
  sizes: { D: size(3, 5), n: size(1, 2), d: size(2, 3) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-1, 1]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ D, M, a, s, lambda, alpha }) => {
    const X = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const dual = ex`${X}'*${lambda}`;
    const power = ex`${D}/(${D} - 2)`;
    const w = ex`${alpha}^${D}*((1 - ${dual})^(-${power}) - (1 + ${dual})^(-${power}))`;
    return { dual, w, z: ex`${w} + ${s}*${a}` };
  },
  assume: ({ a, dual }) => [that`sum(${a}^2) > 0`, that`normInf(${dual}) < 1`],
  conclude: ({ D, d, alpha, w, z }) =>
    that`norm1(${w}) - norm1(${z}) <= ${D}/2*${alpha}^(${D} - 2)*${d}^(1 - 2/${D})*norm1(${w})^(2/${D})`,
});
