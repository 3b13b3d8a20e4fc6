import { that } from 'counterflow';
import bounds from './asinh-bounds.ts';

export default bounds.variant('potential/asinh-bounds-tighter', {
  says: 'asinh(z/2) ≤ ln(1 + z/2) for z > 0.',
  status: 'refuted',
  conclude: ({ z }) => that`asinh(${z}/2) <= ln(1 + ${z}/2)`,
});
