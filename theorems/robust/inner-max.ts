import { claim, ex, real, sign, size, that, vector } from 'counterflow';

export default claim('robust/inner-max', {
  says: 'Perturbations |δ| ≤ ε in ℓ∞ cost a linear classifier exactly ε‖w‖₁ of margin, those in ℓ2 exactly ε‖w‖₂.',
  status: 'theorem',
  source: {
    title: 'The Price of Implicit Bias in Adversarially Robust Generalization',
    authors: 'Tsilivis, Frank, Srebro, Kempe',
    arxiv: '2406.04981',
    where: 'the inner maximum of robust training',
  },
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
});
