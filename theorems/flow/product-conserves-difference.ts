import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/product-conserves-difference', {
  says: 'Gradient flow on w = u∘v conserves u² − v².',
  status: 'theorem',
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
      observe: ({ u, v }) => ({ w: ex`${u}*${v}`, q: ex`${u}^2 - ${v}^2` }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run }) => run.always(({ q }) => that`${q} = ${run.at(0).q}`),
});
