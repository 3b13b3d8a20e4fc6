import { that } from 'counterflow';
import deadStart from './dead-start.ts';

export default deadStart.variant('quantized/dead-start-1', {
  says: 'The same with 1 in place of 1/2.',
  status: 'refuted',
  assume: ({ x, y, k, eta }) => that`2*${eta}*${k}*${x}*${y} <= 1`,
});
