import { claim, ex, flow, real, size, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';

export default claim('robust/single-sample-path', {
  says: 'Robust training on one sample z > ε with w > 0: e^m grows with the constant rate ‖z − ε1‖², m the robust margin.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'its robust loss; the path is ours' },
  notes:
    'ℓ∞ attacks of size ε, exponential loss e^{−m}, m = z·w − ε‖w‖₁. So m(t) = ln(e^{m(0)} + ‖z − ε1‖²t) and w moves along z − ε1. The rate at an arbitrary state.',
  sizes: { d: size(1, 3) },
  reals: { z: vector('d', '[1, 3]'), w: vector('d', '(0, 2]'), epsilon: real('[0, 1)') },
  where: ({ z, w, epsilon }) => {
    const start = flow({
      start: { v: w },
      observe: ({ v }) => ({ e: ex`exp(sum(${z}*${v}) - ${epsilon}*sum(${v}))` }),
      loss: ({ e }) => ex`1/${e}`,
    }).at(0);
    return { rate: start.rate.e, speed: start.rate.v, e: start.e };
  },
  conclude: ({ z, epsilon, rate, speed, e }) => [
    that`${rate} = sum((${z} - ${epsilon})^2)`,
    that`${speed}*${e} = ${z} - ${epsilon}`,
  ],
});
