import { that } from 'counterflow';
import line from './logistic-line.ts';

export default line.variant('catapult/logistic-line-one-side', {
  says: 'If η < 8, the iterates stay on one side of the minimum.',
  status: 'refuted',
  conclude: ({ run }) => that`${run.at(1).w}*${run.at(0).w} >= 0`,
});
