import { that } from 'counterflow';
import duality from './relu-duality.ts';

export default duality.variant('margin/relu-duality-data', {
  says: 'The same with the largest value over the directions of the samples only.',
  status: 'refuted',
  conclude: ({ margin, size, data }) => that`${margin} <= ${size}*${data}`,
});
