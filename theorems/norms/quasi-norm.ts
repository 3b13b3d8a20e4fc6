import { claim, ex, flow, matrix, size, that, vector } from 'counterflow';
import { liJ2026 } from '../_papers.ts';

export default claim('norms/quasi-norm', {
  says: 'A scale-invariant loss on L balanced layers: gradient flow conserves Σ |w_j|^{2/L}.',
  status: 'theorem',
  source: { ...liJ2026, where: 'its conservation law' },
  notes:
    'Loss wᵀS_w w/wᵀS_b w with S = AᵀA + I; layers equal to u, w = u^L up to a change of time. The rate at an arbitrary state.',
  sizes: { L: size(1, 4), d: size(2, 3) },
  reals: { A: matrix('d', 'd', '[-1, 1]'), B: matrix('d', 'd', '[-1, 1]'), u: vector('d', '[1/4, 2]') },
  where: ({ L, A, B, u }) => ({
    start: flow({
      start: { s: u },
      observe: ({ s }) => {
        const w = ex`${s}^${L}`;
        return {
          J: ex`(sum((${A}*${w})^2) + sum(${w}^2))/(sum((${B}*${w})^2) + sum(${w}^2))`,
          quasi: ex`sum(${s}^2)`,
          plain: ex`sum(${w}^2)`,
        };
      },
      loss: ({ J }) => J,
    }).at(0),
  }),
  conclude: ({ start }) => that`${start.rate.quasi} = 0`,
});
