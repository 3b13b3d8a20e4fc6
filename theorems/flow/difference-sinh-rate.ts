import { that } from 'counterflow';
import differenceSinh from './difference-sinh.ts';

export default differenceSinh.variant('flow/difference-sinh-rate', {
  says: 'Both sides of the sinh formula start with the same speed, −8α² Xᵀr.',
  status: 'theorem',
  notes: 'Loss ½‖Xw − y‖². At the start only, so exact.',
  conclude: ({ run, X, alpha }) => that`${run.at(0).rate.w} = -8*${alpha}^2*(${X}'*${run.at(0).r})`,
});
