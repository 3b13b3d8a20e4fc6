import { that } from 'counterflow';
import metric from './difference-metric.ts';

export default metric.variant('flow/difference-metric-1', {
  says: 'The same with √(w² + u²v²), without the 4.',
  status: 'refuted',
  conclude: ({ g, w, p, wRate }) => that`${wRate} = -4*sqrt(${w}^2 + ${p}^2)*${g}`,
});
