import { that } from 'counterflow';
import conserves from './product-conserves-difference.ts';

export default conserves.variant('flow/product-conserves-product', {
  says: 'Gradient flow on w = u∘v conserves u∘v (the invariant of w = u² − v²).',
  status: 'refuted',
  notes: 'u∘v is w itself. Loss ½‖Xw − y‖², stated by the rate at an arbitrary state.',
  conclude: ({ run }) => that`${run.at(0).rate.w} = 0`,
});
