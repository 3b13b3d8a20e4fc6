import { claim, descent, ex, matrix, real, squared, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('bias/descent-limit-final', {
  says: 'Where gradient descent on u² − v² from u = v = α converges, it is to the minimiser of the hyperbolic entropy with the final |uv|.',
  status: 'refuted',
  source: { ...even2023, where: 'what its perturbed starting point is for' },
  notes:
    'One sample, two weights, loss ½(⟨x, w⟩ − y)², y = ⟨x, z⟩. Minimal: asinh(w/(2|uv|)) is a multiple of x. The mirror variable moves by 2 artanh(2ηx_ir), which is none. 2η max x·y < 1: no factor changes sign in the first step.',
  reals: {
    X: matrix(1, 2, '[1/4, 3]'),
    z: vector(2, '[0, 1]'),
    alpha: real('[1/4, 1]'),
    eta: real('(0, 1/2]'),
  },
  where: ({ X, z, alpha, eta }) => ({
    run: descent({
      start: { u: ex`${alpha}*ones(2)`, v: ex`${alpha}*ones(2)` },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2`, p: ex`${u}*${v}` }),
      loss: ({ w }) => squared('1/2', X, ex`${X}*${z}`)(w),
      eta,
    }),
  }),
  assume: ({ X, z, eta }) => that`2*${eta}*max(${X})*sum(${X}*${z}) < 1`,
  conclude: ({ X, run }) =>
    run.ifConverges(({ w, p }) => {
      const dual = ex`asinh(${w}/(2*abs(${p})))`;
      return that`${X.at(0, 1)}*${dual.at(0)} = ${X.at(0, 0)}*${dual.at(1)}`;
    }),
});
