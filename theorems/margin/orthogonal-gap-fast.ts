import { that } from 'counterflow';
import gap from './orthogonal-gap.ts';

export default gap.variant('margin/orthogonal-gap-fast', {
  says: 'The margin converges like 1/t: γ* − γ(t) ≤ 1/t for t ≥ 10.',
  status: 'refuted',
  assume: ({ t }) => that`${t} >= 10`,
  conclude: ({ gamma, best, t }) => that`${best} - ${gamma} <= 1/${t}`,
});
