import { claim, descent, each, ex, matrix, pairs, product, real, size, that, vector } from 'counterflow';

export default claim('balance/depth', {
  says: 'GD on w = w₁∘…∘w_L: each step multiplies w_j² − w_k² by 1 − η²g² ∏ w_m², the product over the other layers.',
  status: 'theorem',
  notes: 'Layers are the rows of W. Any gradient g = ∂loss/∂w, any step size, new ones at every step.',
  sizes: { L: size(2, 4), d: size(1, 2) },
  reals: { W: matrix('L', 'd', '[-2, 2]') },
  inputs: { g: vector('d', '[-2, 2]'), eta: real('(0, 1/2]') },
  where: ({ L, W, g, eta }) => ({
    run: descent({
      start: { W },
      loss: ({ W }) => ex`sum(${g}*${product(L, (l) => W.row(l))})`,
      eta,
    }),
  }),
  conclude: ({ run, L, g, eta }) =>
    run.always(({ W, next }) =>
      each(pairs(L), ([j, k]) => {
        const others = [...Array(L).keys()].filter((m) => m !== j && m !== k);
        const factor = ex`1 - ${eta}^2*${g}^2*${product(others, (m) => ex`${W.row(m)}^2`)}`;
        return that`${next.W.row(j)}^2 - ${next.W.row(k)}^2 = (${W.row(j)}^2 - ${W.row(k)}^2)*${factor}`;
      }),
    ),
});
