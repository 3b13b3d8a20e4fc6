import { each, that } from 'counterflow';
import effective from './effective-initialization.ts';

export default effective.variant('bias/effective-initialization-shrinks', {
  says: 'If |γg| ≤ √2 at every step, the effective initialization only shrinks: Σ q(γg) ≥ 0, and it grows with the steps.',
  status: 'theorem',
  assume: ({ run, d }) => run.always(({ x }) => each(d, (i) => that`0 < (1 - ${x.at(i)}^2)^2 <= 1`)),
  conclude: ({ run }) => run.always(({ Q, next }) => that`${next.Q} >= ${Q}`),
});
