import { claim, ex, matrix, size, that, vector } from 'counterflow';

export default claim('potential/dual-bound', {
  says: 'Every λ bounds the potential of every interpolator from below: Q_α(w) ≥ yᵀλ − 2 Σ α²(cosh(Xᵀλ) − 1).',
  status: 'theorem',
  source: {
    title: 'Kernel and Rich Regimes in Overparametrized Models',
    authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
    arxiv: '2002.09277',
    where: 'its potential; the dual is what certifies a limit of the flow',
  },
  notes: 'Q_α(w) = Σ α² q(w/α²), q(z) = 2 − √(4 + z²) + z asinh(z/2), y = Xw. Equality iff w = 2α² sinh(Xᵀλ).',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    w: vector('d', '[-2, 2]'),
    alpha: vector('d', '[1/10, 1]'),
    lambda: vector('n', '[-2, 2]'),
  },
  where: ({ X, w, alpha, lambda }) => {
    const z = ex`${w}/${alpha}^2`;
    return {
      Q: ex`sum(${alpha}^2*(2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)))`,
      y: ex`${X}*${w}`,
      conjugate: ex`sum(2*${alpha}^2*(cosh(${X}'*${lambda}) - 1))`,
    };
  },
  conclude: ({ Q, y, lambda, conjugate }) => that`${Q} >= ${y}'*${lambda} - ${conjugate}`,
});
