import { that, vector } from 'counterflow';
import sharpest from './sharpest-is-least-norm.ts';

export default sharpest.variant('sharpness/sharpest-is-least-norm-signed', {
  says: 'The interpolator of least norm is the sharpest also when the x_i have both signs.',
  status: 'refuted',
  reals: { x: vector('d', '[-2, 2]') },
  assume: ({ y }) => that`${y} > 0`,
  conclude: ({ x, S, y }) => that`${S} <= 4*${y}*max(${x})`,
});
