import { claim, ex, flow, matrix, that } from 'counterflow';
import { eftekhari2020 } from '../_papers.ts';

export default claim('deep-linear/trace-sensing', {
  says: 'X = UUᵀ of which only the trace is observed: gradient flow conserves X/tr X, and tr X tends to 1 with the speed −2 tr X (tr X − 1).',
  status: 'theorem',
  source: { ...eftekhari2020, where: 'why the rank of the initialization matters; the example is ours' },
  notes: 'Loss ¼(tr X − 1)², U of size 2; so X tends to U₀U₀ᵀ/tr U₀U₀ᵀ. The rate at an arbitrary state.',
  reals: { U: matrix(2, 2, '[-2, 2]') },
  where: ({ U }) => ({
    start: flow({
      start: { V: U },
      observe: ({ V }) => ({ trace: ex`trace(${V}'*${V})`, share: ex`${V}*${V}'/trace(${V}'*${V})` }),
      loss: ({ V }) => ex`(trace(${V}'*${V}) - 1)^2/4`,
    }).at(0),
  }),
  assume: ({ start }) => that`${start.trace} > 0`,
  conclude: ({ start }) => [
    that`${start.rate.share} = 0`,
    that`${start.rate.trace} = -2*${start.trace}*(${start.trace} - 1)`,
  ],
});
