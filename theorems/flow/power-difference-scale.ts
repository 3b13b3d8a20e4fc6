import { that } from 'counterflow';
import power from './power-difference.ts';

export default power.variant('flow/power-difference-scale', {
  says: 'The same with z = −α^D D(D−2) Xᵀ∫r: the speed at the start would be −2D²α^{2D} Xᵀr.',
  status: 'refuted',
  notes: 'w = u^D − v^D from u = v = α, loss ½‖Xw − y‖²; stated by the rate at the start.',
  conclude: ({ run, D, X, alpha }) => that`${run.at(0).rate.w} = -2*${D}^2*${alpha}^(2*${D})*(${X}'*${run.at(0).r})`,
});
