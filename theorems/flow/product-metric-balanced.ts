import { that } from 'counterflow';
import metric from './product-metric.ts';

export default metric.variant('flow/product-metric-balanced', {
  says: 'The same for every start with the speed of the balanced one, ẇ = −2|w|·g.',
  status: 'refuted',
  conclude: ({ g, w, wRate }) => that`${wRate} = -2*abs(${w})*${g}`,
});
