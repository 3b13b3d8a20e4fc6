import { that } from 'counterflow';
import effective from './effective-initialization.ts';

export default effective.variant('bias/effective-initialization-always-shrinks', {
  says: 'The effective initialization shrinks at every step size.',
  status: 'refuted',
  notes: 'w = u∘v; q(x) = −½ ln((1 − x²)²) is negative for |x| > √2: q(2) = −ln 3.',
  conclude: ({ run }) => run.always(({ Q, next }) => that`${next.Q} >= ${Q}`),
});
