import { that } from 'counterflow';
import identical from './identical-layers.ts';

export default identical.variant('incremental/identical-layers-1-5', {
  says: 'The same for Nηλ^{2−2/N} ≤ 3/2.',
  status: 'refuted',
  assume: ({ N, x, c, eta }) => [that`${x} <= ${c}`, that`${N}*${eta}*${c}^(2*${N} - 2) <= 3/2`],
});
