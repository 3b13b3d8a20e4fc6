import { that } from 'counterflow';
import difference from './difference.ts';

export default difference.variant('balance/difference-without-four', {
  says: 'GD on w = u² − v² multiplies u∘v by 1 − η²g² (the factor of w = u∘v).',
  status: 'refuted',
  conclude: ({ run, g, eta }) => run.always(({ p, next }) => that`${next.p} = (1 - ${eta}^2*${g}^2)*${p}`),
});
