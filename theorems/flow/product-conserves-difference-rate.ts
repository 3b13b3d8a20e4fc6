import { that } from 'counterflow';
import conserves from './product-conserves-difference.ts';

export default conserves.variant('flow/product-conserves-difference-rate', {
  says: 'At every state u² − v² of w = u∘v has rate 0 under gradient flow.',
  status: 'theorem',
  notes: 'Loss ½‖Xw − y‖². The start is arbitrary, so a rate there is a rate at every state.',
  conclude: ({ run }) => that`${run.at(0).rate.q} = 0`,
});
