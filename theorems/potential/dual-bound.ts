import { by, claim, ex, matrix, size, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';
import { fenchel } from './hyperbolic-fenchel.ts';

export default claim('potential/dual-bound', {
  says: 'Every λ bounds the potential of every interpolator from below: Q_α(w) ≥ yᵀλ − 2 Σ α²(cosh(Xᵀλ) − 1).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential; the dual is what certifies a limit of the flow' },
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
  derivation: ({ X, w, y, alpha, lambda }) => {
    const z = ex`${w}/${alpha}^2`;
    return [
      by.positive(that`${alpha}^2 > 0`),
      by.lemma(
        { z, s: ex`${X}'*${lambda}` },
        {
          entries: true,
          shows: ({ z, s }) => that`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2) + 2*(cosh(${s}) - 1) - ${s}*${z} >= 0`,
          steps: fenchel,
        },
      ),
      by.lemma(
        {
          a: ex`${alpha}^2`,
          q: ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`,
          c: ex`cosh(${X}'*${lambda})`,
          s: ex`${X}'*${lambda}`,
          w,
          Y: ex`${y}'*${lambda}`,
        },
        {
          from: ({ a, q, c, s, w, Y }) => [
            that`${Y} = sum(${s}*${w})`,
            that`${a} > 0`,
            that`${q} + 2*(${c} - 1) - ${s}*(${w}/${a}) >= 0`,
          ],
          shows: ({ a, q, c, Y }) => that`sum(${a}*${q}) >= ${Y} - sum(2*${a}*(${c} - 1))`,
          steps: ({ a, q, c, s, w }) => by.positive(that`sum(${a}*(${q} + 2*(${c} - 1) - ${s}*(${w}/${a}))) >= 0`),
        },
      ),
    ];
  },
});
