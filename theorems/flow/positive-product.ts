import { claim, ex, flow, matrix, product, real, size, squared, that, vector } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('flow/positive-product', {
  says: 'Gradient flow on x = w₁∘…∘w_L with all layers at α > 0: ẋ = −L x^{2−2/L}·∇, and the closed form in ∫∇.',
  status: 'theorem',
  source: chou2021,
  notes:
    'Loss ½‖Ax − y‖², G = ∫Aᵀ(Ax − y). L = 2: x = x₀e^{−2G}; L ≥ 3: x = (x₀^{−(1−2/L)} + (L−2)G)^{−L/(L−2)}. The closed form is checked numerically, the rate at the start exactly.',
  sizes: { L: size(2, 4), n: size(1, 2), d: size(1, 2) },
  reals: { A: matrix('n', 'd', '[-1, 1]'), y: vector('n', '[-1, 1]'), alpha: real('[1/4, 1]') },
  where: ({ L, d, A, y, alpha }) => {
    const run = flow({
      start: { W: ex`${alpha}*ones(${L}, ${d})` },
      observe: ({ W }) => {
        const x = product(L, (l) => W.row(l));
        return { x, g: ex`${A}'*(${A}*${x} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ x }) => squared('1/2', A, y)(x),
    });
    return { run, x0: run.at(0).x };
  },
  conclude: ({ run, L, x0 }) => [
    that`${run.at(0).rate.x} = -${L}*${x0}^(2 - 2/${L})*${run.at(0).g}`,
    run.always(({ x, G }) =>
      L === 2
        ? that`${x} = ${x0}*exp(-2*${G})`
        : that`${x} = (${x0}^(-(1 - 2/${L})) + (${L} - 2)*${G})^(-${L}/(${L} - 2))`,
    ),
  ],
});
