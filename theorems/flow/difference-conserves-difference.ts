import { that } from 'counterflow';
import conserves from './difference-conserves-product.ts';

export default conserves.variant('flow/difference-conserves-difference', {
  says: 'Gradient flow on w = u² − v² conserves u² − v² (the invariant of w = u∘v).',
  status: 'refuted',
  notes: 'u² − v² is w itself. Loss ½‖Xw − y‖², stated by the rate at an arbitrary state.',
  conclude: ({ run }) => that`${run.at(0).rate.w} = 0`,
});
