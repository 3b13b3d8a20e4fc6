import { claim, descent, ex, matrix, real, size, squared, that, vector } from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';

export default claim('descent/residual-recursion', {
  says: 'GD on w = u∘v: the residual obeys r⁺ = (I − (η/n) X D Xᵀ) r exactly, D = diag(u² + v² − ηg∘u∘v).',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  notes: 'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n. Any width, any data, any step size.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 1]'),
  },
  where: ({ n, X, y, u, v, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => {
        const r = ex`${X}*(${u}*${v}) - ${y}`;
        const g = ex`${X}'*${r}/${n}`;
        return { r, g, D: ex`${u}^2 + ${v}^2 - ${eta}*${g}*${u}*${v}` };
      },
      loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}*${v}`),
      eta,
    }),
  }),
  conclude: ({ run, n, X, eta }) =>
    run.always(({ r, D, next }) => that`${next.r} = ${r} - ${eta}/${n}*(${X}*diag(${D})*${X}')*${r}`),
});
