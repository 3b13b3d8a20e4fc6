import { that } from 'counterflow';
import line from './exponential-line.ts';

export default line.variant('catapult/exponential-line-local', {
  says: 'Loss cosh w: η < 2 (twice the inverse curvature at the minimum) makes |w| fall from everywhere.',
  status: 'refuted',
  conclude: ({ run, w }) => that`abs(${run.at(1).s}) < abs(${w})`,
});
