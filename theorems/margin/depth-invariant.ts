import { claim, evolve, ex, real, size, that, vector } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-invariant', {
  says: 'One sample, L ≥ 3 equal layers u > 0: x₁u_j^{2−L} − x_ju₁^{2−L} is conserved for every loss of ⟨x, u^L⟩.',
  status: 'theorem',
  source: { ...moroshko2020, where: 'its deep model; the invariant is ours' },
  notes: 'Untied layers that stay equal: u̇ = −s·x∘u^{L−1} with the slope s of the loss.',
  sizes: { L: size(3, 5), d: size(2, 3) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[1/4, 2]'), slope: real('[-2, 2]') },
  where: ({ L, x, u, slope }) => {
    const start = evolve({
      start: { s: u },
      observe: ({ s }) => ({
        c: ex`${x.at(0)}*${s}^(2 - ${L}) - ${x}*${s.at(0)}^(2 - ${L})`,
        log: ex`${x.at(0)}*ln(${s}) - ${x}*ln(${s.at(0)})`,
      }),
      field: ({ s }) => ({ s: ex`-${slope}*${x}*${s}^(${L} - 1)` }),
    }).at(0);
    return { rate: start.rate.c, logRate: start.rate.log };
  },
  conclude: ({ rate }) => that`${rate} = 0`,
});
