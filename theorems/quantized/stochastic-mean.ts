import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/stochastic-mean', {
  says: 'With stochastic rounding the mean of linear descent is the exact run.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Three steps, one weight, grid step 1, nothing saturates. Exact law of the Markov chain.',
  unproved:
    'data are real numbers and the law of the chain is found at a point; quantized/stochastic-mean-all decides a finite domain, every point.',
  reals: { w: integer(-20, 20), c: real('[-20, 20]'), h: real('(0, 2]') },
  where: ({ w, c, h }) => {
    const run = descent({ start: { w }, loss: ({ w }) => ex`(${w} - ${c})^2/2`, eta: h });
    return { run, chain: run.quantized({ format: 'q24.0', rounding: 'stochastic', rounds: 'update' }) };
  },
  conclude: ({ run, chain }) => that`${chain.mean(3).w} = ${run.at(3).w}`,
});
