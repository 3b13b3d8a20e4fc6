import { that } from 'counterflow';
import finite from './finite-scale-continuous.ts';

export default finite.variant('computable/finite-scale-uniform', {
  says: 'The slope stays below 3 for all α, so the limit α → 0 is continuous as well.',
  status: 'refuted',
  conclude: ({ alpha, lambda }) => that`${lambda}*sqrt(1/4 + 4*${alpha}^4)/2 - 1/4 <= 3`,
});
