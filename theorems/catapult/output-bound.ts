import { that } from 'counterflow';
import recursion from './recursion.ts';

export default recursion.variant('catapult/output-bound', {
  says: 'The output is at most |f| ≤ √m λ/2 all along: a large output needs a large curvature.',
  status: 'theorem',
  conclude: ({ run, m }) => run.always(({ f, lambda }) => that`abs(${f}) <= sqrt(${m})*${lambda}/2`),
});
