import { claim, descent, ex, flow, matrix, real, size, squared, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('bias/descent-limit-flow', {
  says: 'Where gradient descent converges, it converges to the limit of gradient flow from the same start, at any step size.',
  status: 'refuted',
  source: { ...even2023, where: 'what it disproves' },
  notes: 'w = u² − v², u = v = α, loss ½‖Xw − y‖², y = Xz.',
  sizes: { n: size(1, 1), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    z: vector('d', '[-1, 1]'),
    alpha: real('[1/4, 1]'),
    eta: real('(0, 1/2]'),
  },
  where: ({ d, X, z, alpha, eta }) => {
    const y = ex`${X}*${z}`;
    const a = ex`${alpha}*ones(${d})`;
    const network = {
      start: { u: a, v: a },
      observe: ({ u, v }: { readonly [name: string]: typeof a }) => ({ w: ex`${u!}^2 - ${v!}^2` }),
      loss: ({ w }: { readonly [name: string]: typeof a }) => squared('1/2', X, y)(w!),
    };
    return { slow: flow(network).limit(), run: descent({ ...network, eta }) };
  },
  conclude: ({ slow, run }) => run.ifConverges(({ w }) => that`${w} = ${slow.w}`),
});
