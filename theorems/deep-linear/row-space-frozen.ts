import { that } from 'counterflow';
import rowSpace from './row-space.ts';

export default rowSpace.variant('deep-linear/row-space-frozen', {
  says: 'x = Wv fitted to one equation a·x = b: the part of W along a never moves.',
  status: 'refuted',
  conclude: ({ start }) => that`${start.rate.inside} = 0`,
});
