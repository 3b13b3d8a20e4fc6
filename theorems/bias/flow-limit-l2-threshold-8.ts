import { that } from 'counterflow';
import threshold from './flow-limit-l2-threshold.ts';

export default threshold.variant('bias/flow-limit-l2-threshold-8', {
  says: 'The same with 8 in place of 4.',
  status: 'refuted',
  assume: ({ B, alpha, eps }) => that`8*${alpha}^4*${eps}*(2 + ${eps}) >= (1 + ${eps})*${B}`,
});
