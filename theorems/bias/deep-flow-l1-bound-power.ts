import { that } from 'counterflow';
import bound from './deep-flow-l1-bound.ts';

export default bound.variant('bias/deep-flow-l1-bound-power', {
  says: 'The same with α^D in place of α^{D−2}.',
  status: 'refuted',
  conclude: ({ D, d, alpha, S, R }) => that`${S} - ${R} <= ${D}/2*${alpha}^${D}*${d}^(1 - 2/${D})*${S}^(2/${D})`,
});
