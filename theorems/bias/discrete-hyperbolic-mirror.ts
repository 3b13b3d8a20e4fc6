import { that } from 'counterflow';
import hyperbolic from './discrete-hyperbolic.ts';

export default hyperbolic.variant('bias/discrete-hyperbolic-mirror', {
  says: 'One step of GD is one step of mirror descent with the potential of gradient flow at the present u∘v.',
  status: 'refuted',
  conclude: ({ run, g, eta }) =>
    run.always(({ w, p, next }) => that`asinh(${next.w}/(2*abs(${p}))) = asinh(${w}/(2*abs(${p}))) - 4*${eta}*${g}`),
});
