import { and, by, claim, ex, real, sign, size, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';
import { atLeastSmallest } from '../norms/path-descent.ts';

export default claim('robust/inner-max', {
  says: 'Perturbations |δ| ≤ ε in ℓ∞ cost a linear classifier exactly ε‖w‖₁ of margin, those in ℓ2 exactly ε‖w‖₂.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'the inner maximum of robust training' },
  notes: 'The bound for every δ, and equality at δ = −yε·w/|w| (ℓ∞) and −yε·w/‖w‖₂ (ℓ2); all w_i ≠ 0.',
  sizes: { d: size(1, 3) },
  reals: {
    w: vector('d', '[-2, 2]'),
    x: vector('d', '[-2, 2]'),
    delta: vector('d', '[-1, 1]'),
    y: sign(),
    epsilon: real('[0, 1]'),
  },
  where: ({ w, x, y, epsilon }) => ({
    worst: ex`${y}*sum(${w}*(${x} - ${y}*${epsilon}*${w}/abs(${w})))`,
    worst2: ex`${y}*sum(${w}*(${x} - ${y}*${epsilon}*${w}/norm(${w})))`,
  }),
  assume: ({ w }) => that`min(abs(${w})) > 0`,
  conclude: ({ w, x, delta, y, epsilon, worst, worst2 }) => [
    that`${worst} = ${y}*sum(${w}*${x}) - ${epsilon}*norm1(${w})`,
    that`${worst2} = ${y}*sum(${w}*${x}) - ${epsilon}*norm(${w})`,
    that`${y}*sum(${w}*(${x} + ${epsilon}*${delta})) >= ${worst}`,
  ],
  derivation: ({ d, w, x, delta, y, epsilon, worst }) => [
    ...atLeastSmallest(ex`abs(${w})`, d),
    by.positive(that`abs(${w}) > 0`),
    by.lemma(
      { w, delta, y },
      {
        entries: true,
        from: ({ w, delta, y }) => [that`-1 <= ${delta}`, that`${delta} <= 1`, that`${y}^2 = 1`, that`abs(${w}) > 0`],
        shows: ({ w, delta, y }) =>
          and(that`${y}*${w}*${delta} + abs(${w}) >= 0`, that`${w}*${w}/abs(${w}) = abs(${w})`, that`${w}^2 > 0`),
        steps: ({ w, delta, y }) => [
          by.ring(that`abs(${w})^2 = ${w}^2`),
          by.positive(that`abs(${w})^2 > 0`),
          by.rewrite(that`(${y}*${w}*${delta})^2 = ${w}^2*${delta}^2`),
          by.positive(that`${w}^2*(1 + ${delta})*(1 - ${delta}) >= 0`),
          by.positive(that`(${y}*${w}*${delta})^2 <= ${w}^2`),
          by.lemma(
            { c: ex`${y}*${w}*${delta}`, w },
            {
              from: ({ c, w }) => that`${c}^2 <= ${w}^2`,
              shows: ({ c, w }) => that`${c} + abs(${w}) >= 0`,
              steps: ({ c, w }) => [by.ring(that`abs(${w})^2 = ${w}^2`), by.contradiction(that`${c} + abs(${w}) >= 0`)],
            },
          ),
        ],
      },
    ),
    by.positive(that`sum(${w}^2) > 0`),
    by.positive(that`norm(${w}) > 0`),
    by.rewrite(that`${worst} = ${y}*sum(${w}*${x}) - ${epsilon}*norm1(${w})`),
    by.positive(that`${epsilon}*sum(${y}*${w}*${delta} + abs(${w})) >= 0`),
    by.lemma(
      {
        ...{ W: worst, c: ex`${y}*sum(${w}*${x})`, n: ex`${epsilon}*norm1(${w})` },
        ...{
          R: ex`${y}*sum(${w}*(${x} + ${epsilon}*${delta}))`,
          q: ex`${epsilon}*sum(${y}*${w}*${delta} + abs(${w}))`,
        },
      },
      {
        from: ({ W, c, n, R, q }) => [that`${W} = ${c} - ${n}`, that`${R} = ${c} - ${n} + ${q}`, that`${q} >= 0`],
        shows: ({ W, R }) => that`${R} >= ${W}`,
      },
    ),
  ],
});
