import { that } from 'counterflow';
import cyclic from './cyclic-batches.ts';

export default cyclic.variant('balance/cyclic-batches-full', {
  says: 'The same with the gradient of the whole loss.',
  status: 'refuted',
  conclude: ({ run, eta }) =>
    run.always(({ u, v, full, next }) => that`${next.u}^2 - ${next.v}^2 = (1 - ${eta}^2*${full}^2)*(${u}^2 - ${v}^2)`),
});
