import { that } from 'counterflow';
import difference from './difference.ts';

export default difference.variant('balance/difference-conserved', {
  says: 'GD on w = u² − v² conserves u∘v, as gradient flow does.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ p, next }) => that`${next.p} = ${p}`),
});
