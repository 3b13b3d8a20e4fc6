import { that } from 'counterflow';
import band from './pareto-band.ts';

export default band.variant('sharpness/constant-product', {
  says: 'Norm and sharpness of interpolators have the constant product 4y².',
  status: 'refuted',
  conclude: ({ y, N, S }) => that`${S}*${N} = 4*${y}^2`,
});
