import { that } from 'counterflow';
import smoothed from './smoothed-margin.ts';

export default smoothed.variant('margin/smoothed-margin-early', {
  says: 'The smoothed margin never falls, also before L < 1.',
  status: 'refuted',
  assume: ({ L }) => that`${L} > 0`,
  conclude: ({ marginRate }) => that`${marginRate} >= 0`,
});
