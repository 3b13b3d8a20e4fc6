import { that } from 'counterflow';
import gap, { neverAbove } from './orthogonal-gap.ts';

export default gap.variant('margin/orthogonal-gap-sign', {
  says: 'Orthogonal samples: at no time is the margin of the flow above the largest one.',
  status: 'theorem',
  conclude: ({ gamma, best }) => that`${gamma} <= ${best}`,
  derivation: ({ n, a, t }) => neverAbove(n, a, t),
});
