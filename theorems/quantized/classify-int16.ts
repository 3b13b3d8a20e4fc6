import { that } from 'counterflow';
import range from './classify-range.ts';

export default range.variant('quantized/classify-int16', {
  says: 'A 16-bit accumulator is enough for 8-bit weights and inputs.',
  status: 'refuted',
  conclude: ({ u, v, x }) => [that`sum((${u}^2 - ${v}^2)*${x}) <= 32767`, that`sum((${u}^2 - ${v}^2)*${x}) >= -32768`],
});
