import { that } from 'counterflow';
import path from './margins-path.ts';

export default path.variant('leaky/margins-path-plain', {
  says: 'The same with the rate ‖x_i‖², as for a linear model.',
  status: 'refuted',
  conclude: ({ start, plain1 }) => that`${start.rate.e1} = ${plain1}`,
});
