import { and, claim, descent, each, ex, matrix, size, squared, that, vector } from 'counterflow';

export default claim('sharpness/product-hessian', {
  says: 'w = u∘v: the Hessian is (1/n)JᵀJ plus diag(g) in the off-diagonal blocks, J = X[diag v | diag u].',
  status: 'theorem',
  notes: 'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n, entry by entry with C = XᵀX/n. Read off one GD step: J_step = I − ηH.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
  },
  where: ({ n, d, X, y, u, v }) => {
    const step = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ g: ex`${X}'*(${X}*(${u}*${v}) - ${y})/${n}` }),
      loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}*${v}`),
      eta: 1,
    });
    return { H: ex`diag(ones(2*${d})) - ${step.jacobian(1)}`, C: ex`${X}'*${X}/${n}`, g: step.at(0).g };
  },
  conclude: ({ d, u, v, H, C, g }) =>
    each(d, (i) =>
      each(d, (j) =>
        and(
          that`${H.at(i, j)} = ${C.at(i, j)}*${v.at(i)}*${v.at(j)}`,
          that`${H.at(d + i, d + j)} = ${C.at(i, j)}*${u.at(i)}*${u.at(j)}`,
          i === j
            ? that`${H.at(i, d + j)} = ${C.at(i, j)}*${v.at(i)}*${u.at(j)} + ${g.at(i)}`
            : that`${H.at(i, d + j)} = ${C.at(i, j)}*${v.at(i)}*${u.at(j)}`,
        ),
      ),
    ),
});
