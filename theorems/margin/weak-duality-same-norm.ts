import { that } from 'counterflow';
import duality from './weak-duality.ts';

export default duality.variant('margin/weak-duality-same-norm', {
  says: 'The same with ℓ∞ on both sides.',
  status: 'refuted',
  conclude: ({ Z, w, dual }) => that`min(${Z}*${w}) <= normInf(${dual})*normInf(${w})`,
});
