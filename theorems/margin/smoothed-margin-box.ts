import { matrix, size } from 'counterflow';
import margin from './smoothed-margin.ts';

export default margin.variant('margin/smoothed-margin-box', {
  says: 'The smoothed margin rises along gradient flow: two samples, two features, on a box of data and weights with L < 1.',
  status: 'theorem',
  sizes: { K: size(1, 1), n: size(2, 2), d: size(2, 2) },
  reals: { Z: matrix('n', 'd', '[1, 5/4]'), W: matrix('K', 'd', '[1/2, 3/4]') },
  boxes: 'conclusions',
});
