import { claim, evolve, ex, matrix, product, size, that, vector } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/euler', {
  says: 'A diagonal network of depth K is K-homogeneous: ⟨θ, ∇f⟩ = K f.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'f = ⟨z, w₁∘…∘w_K⟩, layers are the rows of W. ⟨θ, ∇f⟩ is the rate of f along θ̇ = θ.',
  sizes: { K: size(1, 4), d: size(1, 3) },
  reals: { W: matrix('K', 'd', '[-2, 2]'), z: vector('d', '[-2, 2]') },
  where: ({ K, W, z }) => {
    const start = evolve({
      start: { W },
      observe: ({ W }) => ({ f: ex`sum(${z}*${product(K, (l) => W.row(l))})` }),
      field: ({ W }) => ({ W }),
    }).at(0);
    return { f: start.f, slope: start.rate.f };
  },
  conclude: ({ K, f, slope }) => that`${slope} = ${K}*${f}`,
});
