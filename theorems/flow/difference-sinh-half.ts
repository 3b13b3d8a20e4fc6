import { that } from 'counterflow';
import differenceSinh from './difference-sinh.ts';

export default differenceSinh.variant('flow/difference-sinh-half', {
  says: 'The same without the 2 (w = α² sinh …): the speed at the start would be −4α² Xᵀr.',
  status: 'refuted',
  notes: 'Loss ½‖Xw − y‖². Stated by its rate at the start, where everything is exact.',
  conclude: ({ run, X, alpha }) => that`${run.at(0).rate.w} = -4*${alpha}^2*(${X}'*${run.at(0).r})`,
});
