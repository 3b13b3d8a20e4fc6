import { claim, descent, ex, real, size, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/identical-layers-reach-negative', {
  says: 'One weight for all layers: GD reaches negative targets as well, x^N is below λ/2 after 60 steps.',
  status: 'refuted',
  source: { ...gidel2019, where: 'its modes; rederived' },
  notes:
    'Loss (x^N − λ)²/(2N), x ↦ x − ηx^{N−1}(x^N − λ) from x > 0: x falls to 0 and stays above (identical-layers-negative).',
  sizes: { N: size(2, 4) },
  reals: { x: real('(0, 1]'), lambda: real('[-1, -1/4]'), eta: real('[1/16, 1/4]') },
  where: ({ N, x, lambda, eta }) => ({
    end: descent({ start: { x }, loss: ({ x }) => ex`(${x}^${N} - ${lambda})^2/(2*${N})`, eta, steps: 60 }).at(60).x,
  }),
  conclude: ({ N, lambda, end }) => that`${end}^${N} <= ${lambda}/2`,
});
