import { that } from 'counterflow';
import half from './deviation-linear-toward-zero.ts';

export default half.variant('quantized/deviation-linear-toward-zero-whole', {
  says: 'Rounded toward zero, linear descent stays within s(1 − qᵗ)/(1 − q) of the exact run.',
  status: 'theorem',
  notes: 'Grid step s = 1, t = 3, nothing saturates.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/deviation-linear-toward-zero-whole-all decides a finite domain, every point.',
  conclude: ({ run, rounded, q }) => that`abs(${rounded.at(3).w} - ${run.at(3).w}) <= 1 + ${q} + ${q}^2`,
});
