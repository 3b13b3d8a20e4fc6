import { that } from 'counterflow';
import negative from './identical-layers-negative.ts';

export default negative.variant('incremental/identical-layers-any-step', {
  says: 'The same for every step size.',
  status: 'refuted',
  assume: ({ x }) => that`${x} > 0`,
});
