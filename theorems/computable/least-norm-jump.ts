import { by, claim, ex, real, that } from 'counterflow';
import { bounded } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('computable/least-norm-jump', {
  says: 'Least ℓ1 interpolators jump: with x = (1, 1 + h) the solution is e₂/(1 + h), with x = (1, 1 − h) it is e₁.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Any interpolator of y = 1 is at least as long, with equality only at the solution: dual certificates. The jump is 1 in ℓ∞ and 1 + 1/(1 + h) in ℓ1, while ‖x‖∞ stays in [1/2, 2].',
  reals: { h: real('(0, 1/2]', { scale: 'log' }), a: real('[-3, 3]') },
  where: ({ h, a }) => ({
    plus: ex`abs(1 - (1 + ${h})*${a}) + abs(${a})`,
    minus: ex`abs(1 - (1 - ${h})*${a}) + abs(${a})`,
  }),
  conclude: ({ h, a, plus, minus }) => [
    that`${plus} >= 1/(1 + ${h}) + abs(1 - (1 + ${h})*${a})*${h}/(1 + ${h})`,
    that`${minus} >= 1 + abs(${a})*${h}`,
  ],
  derivation: ({ h, a }) => [
    bounded(a),
    bounded(ex`1 - (1 + ${h})*${a}`),
    bounded(ex`1 - (1 - ${h})*${a}`),
    by.positive(that`(abs(1 - (1 + ${h})*${a}) - (1 - (1 + ${h})*${a}))/(1 + ${h}) + (abs(${a}) - ${a}) >= 0`),
    by.positive(that`(1 - ${h})*(abs(${a}) - ${a}) >= 0`),
  ],
});
