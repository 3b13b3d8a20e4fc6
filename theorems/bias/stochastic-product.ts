import { claim, descent, each, ex, real, size, that, vector } from 'counterflow';
import { pesme2021 } from '../_papers.ts';

export default claim('bias/stochastic-product', {
  says: 'Along any noisy descent on w = u² − v² with |2ηg| < 1, uv falls at least like exp(−4 Σ η²g²): noise shrinks the effective initialization.',
  status: 'theorem',
  source: { ...pesme2021, where: 'its shrinking α along the stochastic flow; this exact discrete counterpart is ours' },
  notes:
    'The slope g of each step is arbitrary: batches, label noise. On the stochastic flow uv = α² exp(−4 ∫ d[ηg]); a step of GD multiplies uv by 1 − 4η²g².',
  sizes: { d: size(1, 2) },
  reals: { alpha: vector('d', '[1/10, 1]') },
  inputs: { g: vector('d', '[-3, 3]'), eta: real('(0, 1/2]') },
  where: ({ alpha, g, eta }) => ({
    run: descent({
      start: { u: alpha, v: alpha },
      sums: () => ({ Q: ex`4*${eta}^2*${g}^2` }),
      loss: ({ u, v }) => ex`sum(${g}*(${u}^2 - ${v}^2))`,
      eta,
    }),
  }),
  assume: ({ run, d, g, eta }) => run.always(() => each(d, (i) => that`4*${eta}^2*${g.at(i)}^2 < 1`)),
  conclude: ({ run, alpha }) => run.always(({ u, v, Q }) => that`${u}*${v} <= ${alpha}^2*exp(-${Q})`),
});
