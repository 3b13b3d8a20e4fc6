import { claim, ex, real, size, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-picks-any-sign', {
  says: 'L ≥ 3 layers, one sample of entries of any sign: the weight with the smaller α_i^{2−L}/x_i is the larger one once the margin is 10.',
  status: 'refuted',
  source: { ...moroshko2020, where: 'its deep model; which coordinate wins is computed here' },
  notes:
    'Exponential loss, untied layers from α, w_i = u_i^L with u_i^{2−L} = α_i^{2−L} − (L−2)x_iν, ν the integral of the loss. A weight with x_i < 0 shrinks for ever: the smallest is to be taken over x_i > 0 (depth-picks-coordinate).',
  sizes: { L: size(3, 4) },
  reals: {
    x1: real('[1/4, 2]'),
    x2: real('[-2, 2]'),
    a1: real('[1/4, 1]'),
    a2: real('[1/4, 1]'),
    nu: real('(0, 16]'),
  },
  where: ({ L, x1, x2, a1, a2, nu }) => {
    const base = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L}) - (${L} - 2)*${x}*${nu}`;
    const end = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L})/((${L} - 2)*${x})`;
    const weight = (b: typeof x1) => ex`${b}^(-${L}/(${L} - 2))`;
    return {
      first: base(x1, a1),
      second: base(x2, a2),
      end1: end(x1, a1),
      end2: end(x2, a2),
      w1: weight(base(x1, a1)),
      w2: weight(base(x2, a2)),
    };
  },
  assume: ({ x1, x2, first, second, end1, end2, w1, w2 }) => [
    that`${first} > 0`,
    that`${second} > 0`,
    that`${x2} != 0`,
    that`${end2} < ${end1}`,
    that`${x1}*${w1} + ${x2}*${w2} >= 10`,
  ],
  conclude: ({ w1, w2 }) => that`${w2} >= ${w1}`,
});
