import { that } from 'counterflow';
import trace from './kernel-trace.ts';

export default trace.variant('sharpness/kernel-trace-no-n', {
  says: 'The same without the factor n: the trace of the kernel is at most the sharpness.',
  status: 'refuted',
  conclude: ({ K, top }) => that`trace(${K}) <= ${top}`,
});
