import { claim, descent, ex, real, that } from 'counterflow';

export default claim('factorization/hessian', {
  says: 'The Hessian of ½(xy − μ)² has trace s and eigenvalues ½(s ± √(q² + 4(2p − μ)²)); at a minimum s and 0.',
  status: 'theorem',
  notes: 'p = xy, s = x² + y², q = x² − y². The Hessian is read off one GD step: J = I − ηH.',
  reals: { x: real('[-3, 3]'), y: real('[-3, 3]'), mu: real('[-2, 2]') },
  where: ({ x, y, mu }) => {
    const step = descent({ start: { x, y }, loss: ({ x, y }) => ex`(${x}*${y} - ${mu})^2/2`, eta: 1 });
    const root = ex`sqrt((${x}^2 - ${y}^2)^2 + 4*(2*${x}*${y} - ${mu})^2)`;
    return {
      H: ex`diag(ones(2)) - ${step.jacobian(1)}`,
      s: ex`${x}^2 + ${y}^2`,
      high: ex`(${x}^2 + ${y}^2 + ${root})/2`,
      low: ex`(${x}^2 + ${y}^2 - ${root})/2`,
    };
  },
  conclude: ({ H, s, high, low }) => [
    that`trace(${H}) = ${s}`,
    that`${high} + ${low} = ${s}`,
    that`${high}*${low} = det(${H})`,
  ],
});
