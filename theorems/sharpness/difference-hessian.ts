import { and, claim, descent, each, ex, matrix, size, squared, that, vector } from 'counterflow';

export default claim('sharpness/difference-hessian', {
  says: 'w = u² − v²: the Hessian is (1/n)JᵀJ plus ±2diag(g) on the diagonal, J = 2X[diag u | −diag v].',
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
      observe: ({ u, v }) => ({ g: ex`${X}'*(${X}*(${u}^2 - ${v}^2) - ${y})/${n}` }),
      loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}^2 - ${v}^2`),
      eta: 1,
    });
    return { H: ex`diag(ones(2*${d})) - ${step.jacobian(1)}`, C: ex`${X}'*${X}/${n}`, g: step.at(0).g };
  },
  conclude: ({ d, u, v, H, C, g }) =>
    each(d, (i) =>
      each(d, (j) => {
        const extra = i === j ? ex`2*${g.at(i)}` : ex`0`;
        return and(
          that`${H.at(i, j)} = 4*${C.at(i, j)}*${u.at(i)}*${u.at(j)} + ${extra}`,
          that`${H.at(d + i, d + j)} = 4*${C.at(i, j)}*${v.at(i)}*${v.at(j)} - ${extra}`,
          that`${H.at(i, d + j)} = -4*${C.at(i, j)}*${u.at(i)}*${v.at(j)}`,
        );
      }),
    ),
});
