import { claim, descent, ex, matrix, real, size, squared, that, vector } from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';

export default claim('descent/residual-recursion-tied', {
  says: 'GD on w = u²: the residual obeys r⁺ = (I − (4η/n) X diag(w∘(1 − ηg)) Xᵀ) r exactly.',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  notes: 'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    eta: real('(0, 1]'),
  },
  where: ({ n, X, y, u, eta }) => ({
    run: descent({
      start: { u },
      observe: ({ u }) => {
        const r = ex`${X}*${u}^2 - ${y}`;
        const g = ex`${X}'*${r}/${n}`;
        return { r, D: ex`${u}^2*(1 - ${eta}*${g})` };
      },
      loss: ({ u }) => squared('1/(2n)', X, y)(ex`${u}^2`),
      eta,
    }),
  }),
  conclude: ({ run, n, X, eta }) =>
    run.always(({ r, D, next }) => that`${next.r} = ${r} - 4*${eta}/${n}*(${X}*diag(${D})*${X}')*${r}`),
});
