import { real, size } from 'counterflow';
import bounds from './depth-bounds.ts';

export default bounds.variant('potential/depth-bounds-box', {
  says: 'The bounds of q_D for D = 3 and 4 on z from 10⁻⁶ to 0.999, certified by boxes.',
  status: 'theorem',
  sizes: { D: size(3, 4) },
  reals: { z: real('[1/1000000, 999/1000]') },
  boxes: 'conclusions',
});
