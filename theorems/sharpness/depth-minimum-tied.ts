import { that } from 'counterflow';
import depthMinimum from './depth-minimum.ts';

export default depthMinimum.variant('sharpness/depth-minimum-tied', {
  says: 'Untied layers have the tied minimum L²|w|^{2−2/L}.',
  status: 'refuted',
  conclude: ({ L, w, D }) => that`${D} >= ${L}^2*abs(${w})^(2 - 2/${L})`,
});
