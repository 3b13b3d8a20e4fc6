import { claim, ex, real, size, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-picks-coordinate', {
  says: 'L ≥ 3 layers at α, one sample: if x₁α₁^{L−2} > x₂α₂^{L−2} the second weight stays below a constant while the first blows up.',
  status: 'theorem',
  source: { ...moroshko2020, where: 'its deep model; which coordinate wins is computed here' },
  notes:
    'Exponential loss, untied layers, w_i = u_i^L with u_i^{2−L} = α_i^{2−L} − (L−2)x_iν, up to the blow-up (left: the share of it that remains); the bound is (α₂^{2−L}(1 − θ))^{−L/(L−2)} with θ = x₂α₂^{L−2}/(x₁α₁^{L−2}).',
  unproved: 'powers of one base with different rational exponents are not tied to each other by the kernel.',
  sizes: { L: size(3, 5) },
  reals: {
    x1: real('[1/4, 2]'),
    x2: real('[1/4, 2]'),
    a1: real('[1/100, 1]'),
    a2: real('[1/100, 1]'),
    left: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ L, x1, x2, a1, a2, left }) => {
    const end = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L})/((${L} - 2)*${x})`;
    const nu = ex`(1 - ${left})*min(${end(x1, a1)}, ${end(x2, a2)})`;
    const base = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L}) - (${L} - 2)*${x}*${nu}`;
    const weight = (b: typeof x1) => ex`${b}^(-${L}/(${L} - 2))`;
    const theta = ex`${x2}*${a2}^(${L} - 2)/(${x1}*${a1}^(${L} - 2))`;
    return {
      first: base(x1, a1),
      second: base(x2, a2),
      theta,
      w1: weight(base(x1, a1)),
      w2: weight(base(x2, a2)),
      bound: weight(ex`${a2}^(2 - ${L})*(1 - ${theta})`),
    };
  },
  assume: ({ first, second, theta }) => [that`${first} > 0`, that`${second} > 0`, that`${theta} < 1`],
  conclude: ({ w2, bound }) => that`${w2} <= ${bound}`,
});
