import { claim, implies, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/flag-one-sided', {
  says: 'One-sided flags are possible: an approximation further than its error from 0 has the right sign; it is silent only within twice the error.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'x the real, c its approximation, h = 2⁻ᵖ the error. For centred approximations of x in [−1, 1] silence has probability h.',
  reals: { x: real('[-1, 1]'), e: real('[-1, 1]'), h: real('(0, 1]', { scale: 'log' }) },
  conclude: ({ x, e, h }) => [
    implies(that`${x} + ${h}*${e} > ${h}`, that`${x} > 0`),
    implies(that`${x} + ${h}*${e} < -${h}`, that`${x} < 0`),
    implies(that`${x} > 2*${h}`, that`${x} + ${h}*${e} > ${h}`),
  ],
});
