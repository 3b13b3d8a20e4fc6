import { that } from 'counterflow';
import merge from './margins-merge.ts';

export default merge.variant('leaky/margins-merge-start', {
  says: 'Orthogonal samples: margins never differ by more than at the start.',
  status: 'refuted',
  conclude: ({ a, b, gap }) => that`${gap} <= abs(${a} - ${b})`,
});
