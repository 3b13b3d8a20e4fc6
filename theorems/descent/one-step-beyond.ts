import { that } from 'counterflow';
import descent from './one-step.ts';

export default descent.variant('descent/one-step-beyond', {
  says: 'The same with 0.7084978, by 5·10⁻⁷ above 6 − 2√7.',
  status: 'refuted',
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 0.7084978`,
});
