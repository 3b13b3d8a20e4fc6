import { that } from 'counterflow';
import half from './loss-over-time-4.ts';

export default half.variant('flow/loss-over-time-explicit', {
  says: 'Gradient flow on one weight w = u² − v² from u = v = α: L(t) ≤ Q_α(y)/(8t) along the explicit solution.',
  status: 'theorem',
  unproved: '√(y² + 4α⁴) > 2α² − y and the product of two explicit states are not derived yet.',
  conclude: ({ loss, Q, t }) => that`8*${t}*${loss} <= ${Q}`,
});
