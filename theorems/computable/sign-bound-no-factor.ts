import { implies, or, that } from 'counterflow';
import encloses from './sign-encloses.ts';

export default encloses.variant('computable/sign-bound-no-factor', {
  says: 'The sign is decided once h < |f|, for one product with |u|, |v|, |x| ≤ 1.',
  status: 'refuted',
  conclude: ({ low, high, f, h }) => implies(that`${h} < abs(${f})`, or(that`${low} > 0`, that`${high} < 0`)),
});
