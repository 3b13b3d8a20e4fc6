import { that } from 'counterflow';
import hyperbolic from './discrete-hyperbolic.ts';

export default hyperbolic.variant('bias/discrete-hyperbolic-frozen', {
  says: 'The same with P frozen at |u₀v₀|: only the mirror variable moves.',
  status: 'refuted',
  conclude: ({ run, p0, l0 }) => run.always(({ w, B }) => that`${w} = 2*${p0}*sinh(${l0} + ${B})`),
});
