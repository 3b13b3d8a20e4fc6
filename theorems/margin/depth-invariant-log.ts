import { that } from 'counterflow';
import invariant from './depth-invariant.ts';

export default invariant.variant('margin/depth-invariant-log', {
  says: 'L ≥ 3 equal layers conserve x₁ ln u_j − x_j ln u₁, as two layers do.',
  status: 'refuted',
  conclude: ({ logRate }) => that`${logRate} = 0`,
});
