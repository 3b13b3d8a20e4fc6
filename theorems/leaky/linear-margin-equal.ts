import { that } from 'counterflow';
import margin from './linear-margin.ts';

export default margin.variant('leaky/linear-margin-equal', {
  says: 'Both classes have the same margin to the linear boundary, for any numbers of neurons.',
  status: 'refuted',
  conclude: ({ high, low }) => that`${high} = ${low}`,
});
