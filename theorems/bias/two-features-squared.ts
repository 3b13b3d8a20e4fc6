import { that } from 'counterflow';
import features from './two-features.ts';

export default features.variant('bias/two-features-squared', {
  says: 'One sample x = (1, c): the second weight of the flow limit is of the order α², w₂ ≤ 100α²(1 + w₁).',
  status: 'refuted',
  conclude: ({ alpha, w1, w2 }) => that`${w2} <= 100*${alpha}^2*(1 + ${w1})`,
});
