import { claim, evolve, ex, real, that } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/risk-monotone', {
  says: 'Two features: along the interpolators from the flattest to the least-norm one the norm falls and the sharpness rises.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the statement that neither bias alone minimises the risk; this form is ours' },
  notes: 'w(s) = ((1−s)y/x₁, s y/x₂), N = ‖w‖₁, S = 4 Σ x_i²w_i; rates in s.',
  reals: {
    x1: real('[1/10, 1]'),
    x2: real('[11/10, 2]'),
    y: real('[1/10, 2]'),
    s: real('[0, 1]'),
  },
  where: ({ x1, x2, y, s }) => {
    const along = evolve({
      start: { r: s },
      observe: ({ r }) => {
        const [a, b] = [ex`(1 - ${r})*${y}/${x1}`, ex`${r}*${y}/${x2}`];
        return { N: ex`${a} + ${b}`, S: ex`4*(${x1}^2*${a} + ${x2}^2*${b})` };
      },
      field: () => ({ r: ex`1` }),
    }).at(0);
    return { fall: along.rate.N, rise: along.rate.S };
  },
  conclude: ({ fall, rise }) => [that`${fall} < 0`, that`${rise} > 0`],
  boxes: 'conclusions',
});
