import { that } from 'counterflow';
import localError from './local-error.ts';

export default localError.variant('discretization/local-error-plain', {
  says: 'The flow of the loss itself is as near to a step: the same difference without the correction is at most 1000h³.',
  status: 'refuted',
  conclude: ({ h, plain }) => that`abs(${plain}) <= 1000*${h}^3`,
});
