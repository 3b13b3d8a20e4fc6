import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/deviation-lipschitz-convention', {
  says: 'The same for the loss (u² − y)²/2, with the constant of (u² − y)²/4.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'There η has to be doubled in K.',
  reals: { u: integer(-4, 4), y: real('[-20, 20]'), eta: real('[1/64, 1/8]') },
  where: ({ u, y, eta }) => {
    const run = descent({ start: { u }, loss: ({ u }) => ex`(${u}^2 - ${y})^2/2`, eta });
    const rounded = run.quantized({ format: 'q24.0', rounding: 'nearest-even', rounds: 'update' });
    const r = ex`max(max(abs(${u}), abs(${run.at(1).u})), abs(${rounded.at(1).u}))`;
    return { run, rounded, K: ex`max(abs(1 + ${eta}*${y}), abs(1 + ${eta}*(${y} - 3*${r}^2)))` };
  },
  conclude: ({ run, rounded, K }) => that`abs(${rounded.at(2).u} - ${run.at(2).u}) <= (1 + ${K})/2`,
});
