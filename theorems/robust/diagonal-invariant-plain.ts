import { that } from 'counterflow';
import invariant from './diagonal-invariant.ts';

export default invariant.variant('robust/diagonal-invariant-plain', {
  says: 'Robust training of w = u∘v > 0 keeps the exponents of standard training: it conserves z₁ ln w_j − z_j ln w₁.',
  status: 'refuted',
  conclude: ({ plainRate }) => that`${plainRate} = 0`,
});
