import { claim, ex, matrix, that } from 'counterflow';
import { eftekhari2020 } from '../_papers.ts';

export default claim('deep-linear/trace-sensing-rank', {
  says: 'X = UUᵀ of which only the trace is observed: from starts below 1/10 the flow ends at a fit of least rank, det X = 0.',
  status: 'refuted',
  source: { ...eftekhari2020, where: 'why the rank of the initialization matters; the example is ours' },
  notes: 'The limit is UUᵀ/tr UUᵀ of the start (trace-sensing), which does not depend on its size; aI ends at I/2.',
  reals: { U: matrix(2, 2, '[-1/10, 1/10]') },
  where: ({ U }) => ({ limit: ex`${U}*${U}'/trace(${U}'*${U})` }),
  assume: ({ U }) => that`trace(${U}'*${U}) > 0`,
  conclude: ({ limit }) => that`det(${limit}) = 0`,
});
