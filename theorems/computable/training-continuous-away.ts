import { claim, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/training-continuous-away', {
  says: 'With |x|, |x′| ≥ c the predictors satisfy |w − w′| ≤ (|y − y′| + |w′||x − x′|)/c, attained.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: {
    x: real('[-2, 2]'),
    z: real('[-2, 2]'),
    y: real('[-2, 2]'),
    t: real('[-2, 2]'),
    c: real('[1/10, 1]'),
  },
  unproved: 'cases of max, min and absolute values; no derivation is written yet.',
  assume: ({ x, z, c }) => [that`abs(${x}) >= ${c}`, that`abs(${z}) >= ${c}`],
  conclude: ({ x, z, y, t, c }) =>
    that`abs(${y}/${x} - ${t}/${z}) <= (abs(${y} - ${t}) + ${ex`abs(${t}/${z})*abs(${x} - ${z})`})/${c}`,
});
