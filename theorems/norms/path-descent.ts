import { claim, ex, iterate, matrix, product, real, size, that, vector } from 'counterflow';

export default claim('norms/path-descent', {
  says: 'Path-SGD on w = w₁∘…∘w_L moves the predictor by w ↦ w(1 − ηg/w)^L, whatever the scaling of the layers.',
  status: 'theorem',
  source: {
    title: 'Geometry of Optimization and Implicit Regularization in Deep Learning',
    authors: 'Neyshabur, Tomioka, Salakhutdinov, Srebro',
    arxiv: '1705.03071',
    where: 'its Path-SGD on diagonal networks',
  },
  notes:
    'Each layer moves by ηg∏_{k≠l}w_k divided by ∏_{k≠l}w_k², that is w_l ↦ w_l(1 − ηg/w); layers are the rows of W, w ≠ 0.',
  sizes: { L: size(1, 4), d: size(1, 2) },
  reals: { W: matrix('L', 'd', '[-2, 2]'), g: vector('d', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ L, W, g, eta }) => ({
    run: iterate({
      start: { W },
      observe: ({ W }) => ({ w: product(L, (l) => W.row(l)) }),
      step: ({ W, w }) => ({ W: ex`${W}*diag(1 - ${eta}*${g}/${w})` }),
      steps: 1,
    }),
  }),
  assume: ({ run }) => that`min(abs(${run.at(0).w})) > 0`,
  conclude: ({ run, L, g, eta }) => {
    const { w } = run.at(0);
    return that`${run.at(1).w} = ${w}*(1 - ${eta}*${g}/${w})^${L}`;
  },
});
