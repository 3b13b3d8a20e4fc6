import { that } from 'counterflow';
import normalisation from './weight-normalisation.ts';

export default normalisation.variant('norms/weight-normalisation-descent', {
  says: 'A loss of V/‖V‖: GD keeps ‖V‖ too.',
  status: 'refuted',
  conclude: ({ before, after }) => that`${after} = ${before}`,
});
