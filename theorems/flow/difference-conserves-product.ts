import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/difference-conserves-product', {
  says: 'Gradient flow on w = u² − v² conserves u∘v.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes: 'Loss ½‖Xw − y‖². Along the flow checked numerically; the rate claim says it exactly.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    u: vector('d', '[-1, 1]'),
    v: vector('d', '[-1, 1]'),
  },
  where: ({ X, y, u, v }) => ({
    run: flow({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2`, p: ex`${u}*${v}` }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run }) => run.always(({ p }) => that`${p} = ${run.at(0).p}`),
});
