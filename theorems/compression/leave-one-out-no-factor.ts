import { that } from 'counterflow';
import leaveOneOut from './leave-one-out.ts';

export default leaveOneOut.variant('compression/leave-one-out-no-factor', {
  says: 'The same without the factor (n + 1)/n.',
  status: 'refuted',
  conclude: ({ gap, information }) => that`2*${gap}^2 <= ${information}`,
});
