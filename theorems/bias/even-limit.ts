import { claim, descent, ex, matrix, real, size, squared, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('bias/even-limit', {
  says: 'The limit w of gradient descent on u∘v from (α, 0) satisfies the optimality condition of D_ψ(·, w̃) over the interpolators, with the effective α_∞ and the shift w̃.',
  status: 'theorem',
  source: even2023,
  notes:
    'α_∞² = ½α²exp(−Q), w̃ = ¼α²(exp(−Σq₊) − exp(−Σq₋)); optimal: ½asinh(w/α_∞²) − ½asinh(w̃/α_∞²) = −G, which is in the range of Xᵀ. One example: the loss is ½(x·w − y)².',
  unproved: 'the limit of descent is no formula of the kernel; it is enclosed at points.',
  sizes: { d: size(1, 3) },
  reals: {
    X: matrix(1, 'd', '[-2, 2]'),
    z: vector('d', '[-1, 1]'),
    alpha: real('[1/2, 3/2]'),
    gamma: real('(0, 1/4]'),
  },
  where: ({ d, X, z, alpha, gamma }) => {
    const y = ex`${X}*${z}`;
    const run = descent({
      start: { u: ex`${alpha}*ones(${d})`, v: ex`zeros(${d})` },
      observe: ({ u, v }) => {
        const w = ex`${u}*${v}`;
        return { w, x: ex`${gamma}*(${X}'*(${X}*${w} - ${y}))` };
      },
      sums: ({ x }) => ({
        G: x,
        plus: ex`-2*${x} - ln((1 - ${x})^2)`,
        minus: ex`2*${x} - ln((1 + ${x})^2)`,
      }),
      loss: ({ w }) => squared('1/2', X, y)(w),
      eta: gamma,
    });
    return { run };
  },
  conclude: ({ run, alpha }) =>
    run.ifConverges(({ w, G, plus, minus }) => {
      const a2 = ex`${alpha}^2*exp(-(${plus} + ${minus})/2)/2`;
      const shift = ex`${alpha}^2*(exp(-${plus}) - exp(-${minus}))/4`;
      return that`asinh(${w}/${a2})/2 - asinh(${shift}/${a2})/2 = -${G}`;
    }),
});
