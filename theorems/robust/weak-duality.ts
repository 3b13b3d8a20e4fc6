import { claim, ex, matrix, real, size, that, vector } from 'counterflow';

export default claim('robust/weak-duality', {
  says: 'For weights p of sum 1 and |D| ≤ ε: min_i z_i·w − ε‖w‖₁ ≤ ‖Zᵀp + D‖₂ ‖w‖₂, a certificate for robust margins.',
  status: 'theorem',
  source: {
    title: 'The Price of Implicit Bias in Adversarially Robust Generalization',
    authors: 'Tsilivis, Frank, Srebro, Kempe',
    arxiv: '2406.04981',
    where: 'robust margins in another norm than that of the attack',
  },
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: {
    Z: matrix('n', 'd', '[-2, 2]'),
    w: vector('d', '[-2, 2]'),
    weight: vector('n', '(0, 1]'),
    delta: vector('d', '[-1, 1]'),
    epsilon: real('[0, 1]'),
  },
  where: ({ Z, weight, delta, epsilon }) => ({
    dual: ex`${Z}'*(${weight}/sum(${weight})) + ${epsilon}*${delta}`,
  }),
  conclude: ({ Z, w, epsilon, dual }) => that`min(${Z}*${w}) - ${epsilon}*norm1(${w}) <= norm(${dual})*norm(${w})`,
});
