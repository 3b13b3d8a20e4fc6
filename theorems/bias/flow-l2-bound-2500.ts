import { that } from 'counterflow';
import bound from './flow-l2-bound.ts';

export default bound.variant('bias/flow-l2-bound-2500', {
  says: 'The same with 2500 in place of 8.',
  status: 'refuted',
  conclude: ({ alpha, A, B }) => that`${A} <= ${B}*exp(asinh(${B}/(2500*${alpha}^4)))`,
});
