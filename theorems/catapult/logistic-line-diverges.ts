import { real, that } from 'counterflow';
import line from './logistic-line.ts';

export default line.variant('catapult/logistic-line-diverges', {
  says: 'If η > 8, |w| grows at every step.',
  status: 'refuted',
  reals: { eta: real('(8, 40]') },
  conclude: ({ run }) => that`abs(${run.at(1).w}) > abs(${run.at(0).w})`,
});
