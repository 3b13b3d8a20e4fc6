import { claim, ex, flow, size, that, vector } from 'counterflow';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/metric-rectangular', {
  says: 'Two balanced layers, X one row: the loss falls at least with the speed 2σ‖G‖², σ the only singular value.',
  status: 'refuted',
  source: { ...cohen2022, where: 'its metric, taken for matrices that are not square' },
  notes:
    'X = ba with |b| = ‖a‖, so σ = ‖a‖². A square X with this σ as its least has that speed; here zeros count too.',
  sizes: { d: size(1, 3) },
  reals: { a: vector('d', '[-2, 2]'), G: vector('d', '[-2, 2]') },
  where: ({ a, G }) => ({
    fall: flow({
      start: { b: ex`norm(${a})`, A: a },
      loss: ({ b, A }) => ex`sum(${G}*(${b}*${A}))`,
    }).at(0).rate.loss,
  }),
  assume: ({ a }) => that`norm(${a}) > 0`,
  conclude: ({ a, G, fall }) => that`-${fall} >= 2*sum(${a}^2)*sum(${G}^2)`,
});
