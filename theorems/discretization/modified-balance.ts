import { claim, ex, flow, matrix, real, size, that, vector } from 'counterflow';
import { barrett2020 } from '../_papers.ts';

export default claim('discretization/modified-balance', {
  says: 'w = u∘v: the flow of the modified loss L + (h/4)‖∇L‖² breaks the balance with d/dt(u² − v²) = −h g²(u² − v²).',
  status: 'theorem',
  source: { ...barrett2020, where: 'its modified loss; the balance law is ours' },
  notes:
    'L = ‖Xw − y‖²/(2n), g = Xᵀr/n, ‖∇L‖² = Σ g²(u² + v²). Gradient descent: the factor 1 − h²g² in a step of size h.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    h: real('[0, 1]'),
  },
  where: ({ n, X, y, u, v, h }) => {
    const start = flow({
      start: { u, v },
      observe: ({ u, v }) => {
        const r = ex`${X}*(${u}*${v}) - ${y}`;
        return { r, g: ex`${X}'*${r}/${n}`, q: ex`${u}^2 - ${v}^2` };
      },
      loss: ({ u, v, r, g }) => ex`sum(${r}^2)/(2*${n}) + ${h}/4*sum(${g}^2*(${u}^2 + ${v}^2))`,
    }).at(0);
    return { g: start.g, q: start.q, rate: start.rate.q };
  },
  conclude: ({ h, g, q, rate }) => that`${rate} = -${h}*${g}^2*${q}`,
});
