import { claim, descent, ex, real, size, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/identical-layers-negative', {
  says: 'N ≥ 2 equal layers started at x > 0 with a small step never leave x > 0: a negative target is not reached.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes; rederived' },
  notes: 'x ↦ x − ηx^{N−1}(x^N − λ) with λ ≤ 0 and η x₀^{N−2}(x₀^N − λ) < 1; x falls.',
  sizes: { N: size(2, 4) },
  reals: { x: real('(0, 2]'), lambda: real('[-2, 0]'), eta: real('(0, 1]') },
  where: ({ N, x, lambda, eta }) => ({
    run: descent({ start: { x }, loss: ({ x }) => ex`(${x}^${N} - ${lambda})^2/(2*${N})`, eta }),
  }),
  assume: ({ N, x, lambda, eta }) => that`${eta}*${x}^(${N} - 2)*(${x}^${N} - ${lambda}) < 1`,
  conclude: ({ run }) => run.always(({ x, next }) => that`0 < ${next.x} <= ${x}`),
});
