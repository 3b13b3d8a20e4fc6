import { that } from 'counterflow';
import volume from './sensing-volume.ts';

export default volume.variant('deep-linear/sensing-volume-conserved', {
  says: 'Matrix sensing X = UUᵀ: gradient flow conserves the volume det(UᵀU), not only the rank.',
  status: 'refuted',
  conclude: ({ rate }) => that`${rate} = 0`,
});
