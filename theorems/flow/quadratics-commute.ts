import { claim, ex, matrix, real, size, that, vector } from 'counterflow';
import { liZ2022 } from '../_papers.ts';

export default claim('flow/quadratics-commute', {
  says: 'Weights ½θᵀAθ and ½θᵀBθ with A, B polynomials in one symmetric matrix have commuting gradient fields: ∇²G∇H = ∇²H∇G.',
  status: 'theorem',
  source: { ...liZ2022, where: 'its commuting parametrizations, quadratic ones' },
  notes: 'A = aI + a′S and B = bI + b′S with S = M + Mᵀ. The fields of G and H are Aθ and Bθ.',
  sizes: { n: size(1, 3) },
  reals: {
    M: matrix('n', 'n', '[-1, 1]'),
    theta: vector('n', '[-2, 2]'),
    a: real('[-2, 2]'),
    a1: real('[-2, 2]'),
    b: real('[-2, 2]'),
    b1: real('[-2, 2]'),
  },
  where: ({ M, theta, a, a1, b, b1 }) => {
    const S = ex`${M} + ${M}'`;
    const A = (x: typeof theta) => ex`${a}*${x} + ${a1}*(${S}*${x})`;
    const B = (x: typeof theta) => ex`${b}*${x} + ${b1}*(${S}*${x})`;
    return { AB: A(B(theta)), BA: B(A(theta)) };
  },
  conclude: ({ AB, BA }) => that`${AB} = ${BA}`,
});
