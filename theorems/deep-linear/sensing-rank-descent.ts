import { claim, descent, ex, real, that } from 'counterflow';
import { eftekhari2020 } from '../_papers.ts';

export default claim('deep-linear/sensing-rank-descent', {
  says: 'Matrix sensing X = U², one by one: a GD step never changes the rank, as the flow does not.',
  status: 'refuted',
  source: { ...eftekhari2020, where: 'why the rank of the initialization matters; rederived' },
  notes: 'Loss ¼(U² − y)².',
  reals: { u: real('[1/4, 2]'), y: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, y, eta }) => ({
    next: descent({ start: { u }, loss: ({ u }) => ex`(${u}^2 - ${y})^2/4`, eta, steps: 1 }).at(1).u,
  }),
  conclude: ({ next }) => that`${next} != 0`,
});
