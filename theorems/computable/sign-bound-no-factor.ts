import { that } from 'counterflow';
import encloses from './sign-encloses.ts';

export default encloses.variant('computable/sign-bound-no-factor', {
  says: 'The enclosure is at most h wide: the sign is decided once h < |f|.',
  status: 'refuted',
  conclude: ({ low, high, h }) => that`${high} - ${low} <= ${h}`,
});
