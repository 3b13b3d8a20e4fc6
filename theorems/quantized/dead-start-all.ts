import { integer, real } from 'counterflow';
import deadStart from './dead-start.ts';

export default deadStart.variant('quantized/dead-start-all', {
  says: 'With x = y = 1 and η = 1/256 the same from every k up to 64: all starts gone through.',
  status: 'theorem',
  reals: {
    x: real('[1, 1]'),
    y: real('[1, 1]'),
    k: integer(1, 64),
    eta: real('[1/256, 1/256]'),
  },
});
