import { that } from 'counterflow';
import linear from './deviation-linear.ts';

export default linear.variant('quantized/deviation-linear-half', {
  says: 'The rounded run stays within half a grid step of the exact one.',
  status: 'refuted',
  conclude: ({ run, rounded }) => that`abs(${rounded.at(3).w} - ${run.at(3).w}) <= 1/2`,
});
