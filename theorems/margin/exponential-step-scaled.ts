import { claim, ex, exponential, matrix, real, size, solve, that, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/exponential-step-scaled', {
  says: 'Exponential loss: a step with η ≤ 2/(σ_max(Z)²L(w)) never raises the loss.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its step size condition for the exponential loss' },
  notes:
    'L(w) = Σ exp(−(Zw)_i), a sum. Along the step the second derivative is at most η²σ²‖∇‖² times the loss there, so while the loss is below L(w) it stays below L(w) − η‖∇‖²s(1 − s); so at every step if at the first.',
  unproved: 'a largest eigenvalue has no formula for the kernel.',
  sizes: { n: size(1, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-3, 3]'), w: vector('d', '[-1, 1]'), share: real('(0, 1]') },
  where: ({ Z, w, share }) => {
    const top = solve.largestEigenvalue(ex`${Z}'*${Z}`);
    const slope = exponential('1', Z).gradient(w);
    const before = ex`sum(exp(-${Z}*${w}))`;
    return { top, before, after: ex`sum(exp(-${Z}*(${w} - ${share}*2/(${top}*${before})*(${slope}))))` };
  },
  assume: ({ top }) => that`${top} > 0`,
  conclude: ({ before, after }) => that`${after} <= ${before}`,
});
