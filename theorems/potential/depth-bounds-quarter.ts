import { that } from 'counterflow';
import bounds from './depth-bounds.ts';

export default bounds.variant('potential/depth-bounds-quarter', {
  says: 'q_D(x) ≥ x − (D/4)x^{2/D}: the constant halved.',
  status: 'refuted',
  conclude: ({ D, x, q }) => that`${x} - ${D}/4*${x}^(2/${D}) <= ${q}`,
});
