import { that } from 'counterflow';
import stableL1 from './stable-l1.ts';

export default stableL1.variant('sharpness/stable-l1-no-n', {
  says: 'The same with 1/η: S ≤ 2/η gives Σ c_i|w_i| ≤ 1/η for any number of samples.',
  status: 'refuted',
  conclude: ({ u, v, eta, c }) => that`sum(${c}*abs(${u}*${v})) <= 1/${eta}`,
});
