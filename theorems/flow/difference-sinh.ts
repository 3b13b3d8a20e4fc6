import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/difference-sinh', {
  says: 'Gradient flow on w = u² − v² from u = v = α: w(t) = 2α² sinh(−4 Xᵀ∫r), with r = Xw − y.',
  status: 'theorem',
  source: {
    title: 'Kernel and Rich Regimes in Overparametrized Models',
    authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
    arxiv: '2002.09277',
  },
  notes:
    'Loss ½‖Xw − y‖²: the constant is 4; for ‖Xw − y‖² it is 8, for ‖Xw − y‖²/(2n) it is 4/n. Checked numerically.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
  },
  where: ({ X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^2 - ${v}^2`;
        return { w, r: ex`${X}*${w} - ${y}` };
      },
      integrals: ({ r }) => ({ I: r }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run, X, alpha }) => run.always(({ w, I }) => that`${w} = 2*${alpha}^2*sinh(-4*(${X}'*${I}))`),
});
