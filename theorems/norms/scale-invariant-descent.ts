import { claim, descent, ex, flow, matrix, product, real, size, that, vector } from 'counterflow';
import { liJ2026 } from '../_papers.ts';

export default claim('norms/scale-invariant-descent', {
  says: 'A scale-invariant loss of w₁∘…∘w_L: a GD step adds exactly η²‖∇‖² to Σ‖w_l‖².',
  status: 'theorem',
  source: { ...liJ2026, where: 'its scale-invariant losses; the step is ours' },
  notes:
    'Here Σ c_j w_j²/Σ w_j², layers are the rows of W. Only ⟨W, ∇⟩ = 0 is used, so any scale-invariant loss will do.',
  sizes: { L: size(1, 3), d: size(2, 3) },
  reals: { c: vector('d', '[-2, 2]'), W: matrix('L', 'd', '[1/4, 2]'), eta: real('(0, 2]') },
  where: ({ L, c, W, eta }) => {
    const loss = (V: typeof W) => {
      const w = product(L, (l) => V.row(l));
      return ex`sum(${c}*${w}^2)/sum(${w}^2)`;
    };
    const step = descent({ start: { V: W }, loss: ({ V }) => loss(V), eta, steps: 1 });
    const start = flow({ start: { V: W }, loss: ({ V }) => loss(V) }).at(0);
    return { before: ex`norm(${W})^2`, after: ex`norm(${step.at(1).V})^2`, slope: ex`norm(${start.rate.V})^2` };
  },
  conclude: ({ eta, before, after, slope }) => that`${after} = ${before} + ${eta}^2*${slope}`,
});
