import { that } from 'counterflow';
import sharpest from './sharpest-is-least-norm.ts';

export default sharpest.variant('sharpness/flattest-is-least-norm', {
  says: 'If all x_i > 0, no interpolator is flatter than the one of least norm: S ≥ 4y·max x.',
  status: 'refuted',
  conclude: ({ x, S, y }) => that`${S} >= 4*${y}*max(${x})`,
});
