import { that } from 'counterflow';
import metric from './difference-metric.ts';

export default metric.variant('flow/difference-moves', {
  says: 'Gradient flow on w = u² − v² moves wherever g ≠ 0, with the speed |g|/10⁶ at least.',
  status: 'refuted',
  notes: 'From u = v = 0, where the parametrisation is singular, it stays at 0 for every loss.',
  conclude: ({ g, wRate }) => that`abs(${wRate}) >= abs(${g})/1000000`,
});
