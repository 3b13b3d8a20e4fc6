import { claim, ex, implies, real, that } from 'counterflow';
import { larger, smaller } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('computable/sign-persists', {
  says: 'Intersecting all enclosures, a sign once decided stays decided at every later precision.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'x in [a, b] and in [c, d]; the intersection is [max(a, c), min(b, d)].',
  reals: {
    x: real('[-1, 1]'),
    r: real('[0, 1]'),
    s: real('[0, 1]'),
    t: real('[0, 1]'),
    w: real('[0, 1]'),
  },
  where: ({ x, r, s, t, w }) => ({ a: ex`${x} - ${r}`, b: ex`${x} + ${s}`, c: ex`${x} - ${t}`, d: ex`${x} + ${w}` }),
  conclude: ({ a, b, c, d }) => [
    implies(that`${a} > 0`, that`max(${a}, ${c}) > 0`),
    implies(that`${b} < 0`, that`min(${b}, ${d}) < 0`),
  ],
  derivation: ({ a, b, c, d }) => [larger(a, c), smaller(b, d)],
});
