import { iff, that } from 'counterflow';
import store from './fixed-points-store.ts';

export default store.variant('quantized/fixed-points-store-any-parity', {
  says: 'The same whatever the parity: stays exactly when the update is at most half a grid step.',
  status: 'refuted',
  notes: 'A tie moves an odd weight.',
  reals: {},
  conclude: ({ run, w, c, eta }) => iff(that`${run.at(1).w} = ${w}`, that`abs(${eta}*(${w} - ${c})) <= 1/2`),
});
