import { claim, descent, ex, matrix, real, size, squared, that, vector } from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';

export default claim('descent/residual-recursion-difference', {
  says: 'GD on w = u² − v²: r⁺ = (I − (4η/n) X diag(u² + v² − ηg∘w) Xᵀ) r exactly.',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  notes: 'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n.',
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
        const w = ex`${u}^2 - ${v}^2`;
        const r = ex`${X}*${w} - ${y}`;
        return { w, r, D: ex`${u}^2 + ${v}^2 - ${eta}*(${X}'*${r}/${n})*${w}` };
      },
      loss: ({ w }) => squared('1/(2n)', X, y)(w),
      eta,
    }),
  }),
  conclude: ({ run, n, X, eta }) =>
    run.always(({ r, D, next }) => that`${next.r} = ${r} - 4*${eta}/${n}*(${X}*diag(${D})*${X}')*${r}`),
});
