import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/stochastic-mean-square', {
  says: 'With stochastic rounding the mean of descent on w = u² is the exact run.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'True after one step, false after two: the step is not affine.',
  reals: { u: integer(-6, 6), y: real('[0, 16]'), eta: real('(0, 1/16]') },
  where: ({ u, y, eta }) => {
    const run = descent({ start: { u }, loss: ({ u }) => ex`(${u}^2 - ${y})^2/4`, eta });
    return { run, chain: run.quantized({ format: 'q24.0', rounding: 'stochastic', rounds: 'update' }) };
  },
  conclude: ({ run, chain }) => [that`${chain.mean(1).u} = ${run.at(1).u}`, that`${chain.mean(2).u} = ${run.at(2).u}`],
});
