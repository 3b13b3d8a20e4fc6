import { claim, ex, matrix, size, solve, that, vector } from 'counterflow';
import { wu2019 } from '../_papers.ts';

export default claim('sharpness/kernel-trace', {
  says: 'At an interpolator of the network u∘v: λ_max(K) ≤ tr K ≤ n·λ_max(K), K = X·diag(u² + v²)·Xᵀ/n, whose λ_max is the sharpness.',
  status: 'theorem',
  source: { ...wu2019, where: 'the trace condition of SGD, weaker by the factor n than that of descent' },
  notes: 'λ_max is proved by the exact inertia of K − qI.',
  unproved: 'a largest eigenvalue has no formula for the kernel.',
  sizes: { n: size(1, 4), d: size(1, 4) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  where: ({ n, X, u, v }) => {
    const K = ex`${X}*diag(${u}^2 + ${v}^2)*${X}'/${n}`;
    return { K, top: solve.largestEigenvalue(K) };
  },
  conclude: ({ n, K, top }) => that`${top} <= trace(${K}) <= ${n}*${top}`,
});
