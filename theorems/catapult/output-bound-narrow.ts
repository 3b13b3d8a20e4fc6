import { that } from 'counterflow';
import bound from './output-bound.ts';

export default bound.variant('catapult/output-bound-narrow', {
  says: 'The output is at most λ/2 at every width.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ f, lambda }) => that`abs(${f}) <= ${lambda}/2`),
});
