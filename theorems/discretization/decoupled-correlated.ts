import { claim, ex, matrix, size, that, vector } from 'counterflow';

export default claim('discretization/decoupled-correlated', {
  says: 'The gradient of ‖Xw − y‖²/(2n) decouples for all data, g = c∘(w − b).',
  status: 'refuted',
  notes: 'c = diag(XᵀX)/n, b = Xᵀy/(nc).',
  sizes: { d: size(1, 3) },
  reals: { X: matrix(3, 'd', '[1/4, 2]'), y: vector(3, '[-2, 2]'), w: vector('d', '[-2, 2]') },
  where: ({ X, y, w }) => {
    const c = ex`diag(${X}'*${X})/3`;
    return { c, b: ex`(${X}'*${y})/(3*${c})`, g: ex`${X}'*(${X}*${w} - ${y})/3` };
  },
  conclude: ({ w, c, b, g }) => that`${g} = ${c}*(${w} - ${b})`,
});
