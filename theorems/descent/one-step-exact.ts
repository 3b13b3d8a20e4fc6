import { by, ex, that } from 'counterflow';
import oneStep, { stepLemma } from './one-step.ts';

export default oneStep.variant('descent/one-step-exact', {
  says: 'One step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 6 − 2√7, the largest constant there is.',
  status: 'theorem',
  notes:
    'The smaller root of c² − 12c + 8, for η ≤ 4. Any larger constant fails near u = v, η = 4 (see one-step-beyond).',
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 6 - 2*sqrt(7)`,
  derivation: (all) => [
    by.ring(that`2 - 3*(6 - 2*sqrt(7)) + (6 - 2*sqrt(7))^2/4 = 0`),
    by.ring(that`sqrt(7)^2 = 7`),
    by.contradiction(that`5/2 <= sqrt(7)`, by.positive(that`(5/2 - sqrt(7))*(5/2 + sqrt(7)) > 0`)),
    by.positive(that`6 - 2*sqrt(7) <= 1`),
    ...stepLemma(all, ex`6 - 2*sqrt(7)`),
  ],
});
