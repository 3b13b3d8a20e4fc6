import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/deviation-lipschitz', {
  says: 'Descent on (u² − y)²/4 rounded to nearest stays within (s/2)(1 + K) of the exact run after two steps, K the Lipschitz constant of a step between both runs.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'Grid step s = 1; K = max |1 + η(y − 3r²)| at r = 0 and at the largest size of either run. After t steps: (s/2)(Kᵗ − 1)/(K − 1).',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/deviation-lipschitz-all decides a finite domain, every point.',
  reals: { u: integer(-4, 4), y: real('[-20, 20]'), eta: real('[1/64, 1/8]') },
  where: ({ u, y, eta }) => {
    const run = descent({ start: { u }, loss: ({ u }) => ex`(${u}^2 - ${y})^2/4`, eta });
    const rounded = run.quantized({ format: 'q24.0', rounding: 'nearest-even', rounds: 'update' });
    const r = ex`max(max(abs(${u}), abs(${run.at(1).u})), abs(${rounded.at(1).u}))`;
    return { run, rounded, K: ex`max(abs(1 + ${eta}*${y}), abs(1 + ${eta}*(${y} - 3*${r}^2)))` };
  },
  conclude: ({ run, rounded, K }) => that`abs(${rounded.at(2).u} - ${run.at(2).u}) <= (1 + ${K})/2`,
});
