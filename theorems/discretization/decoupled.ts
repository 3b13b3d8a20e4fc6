import { claim, ex, orthogonalRows, size, that, vector } from 'counterflow';

export default claim('discretization/decoupled', {
  says: 'Data with orthogonal columns: the gradient of ‖Xw − y‖²/(2n) decouples, g = c∘(w − b).',
  status: 'theorem',
  notes:
    'X is n × d with orthogonal columns of length ≥ 1/2, c = diag(XᵀX)/n, b = Xᵀy/(nc). So training is d scalar problems.',
  sizes: { d: size(1, 3) },
  reals: { R: orthogonalRows('d', 3, '[1/2, 2]'), y: vector(3, '[-2, 2]'), w: vector('d', '[-2, 2]') },
  where: ({ R, y, w }) => {
    const X = ex`${R}'`;
    const c = ex`diag(${X}'*${X})/3`;
    return { c, b: ex`(${X}'*${y})/(3*${c})`, g: ex`${X}'*(${X}*${w} - ${y})/3` };
  },
  conclude: ({ w, c, b, g }) => that`${g} = ${c}*(${w} - ${b})`,
});
