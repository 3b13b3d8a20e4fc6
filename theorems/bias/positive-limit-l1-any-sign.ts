import { that } from 'counterflow';
import positive from './positive-limit-l1.ts';

export default positive.variant('bias/positive-limit-l1-any-sign', {
  says: 'The same bound against interpolators z of any sign.',
  status: 'refuted',
  assume: ({ d, a, z, alpha }) => [that`sum(${a}^2) > 0`, that`norm1(${z}) > ${d}*${alpha}^2`],
  conclude: ({ d, x, z, alpha }) =>
    that`sum(${x})*ln(norm1(${z})/(${d}*${alpha}^2)) <= norm1(${z})*(ln(norm1(${z})/(${d}*${alpha}^2)) + ln(${d}))`,
});
