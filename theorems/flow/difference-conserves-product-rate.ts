import { that } from 'counterflow';
import conserves from './difference-conserves-product.ts';

export default conserves.variant('flow/difference-conserves-product-rate', {
  says: 'At every state the product u∘v of w = u² − v² has rate 0 under gradient flow.',
  status: 'theorem',
  notes: 'Loss ½‖Xw − y‖². The start is arbitrary, so a rate there is a rate at every state.',
  conclude: ({ run }) => that`${run.at(0).rate.p} = 0`,
});
