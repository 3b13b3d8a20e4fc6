import { claim, descent, ex, matrix, real, size, squared, that, vector } from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';

export default claim('descent/kernel-condition', {
  says: 'GD on w = u∘v: if η|g| ≤ 2 and ηλ(K)(1 + ½η‖g‖∞) ≤ 2, the step does not raise the loss.',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  notes:
    'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n, K = X diag(u² + v²) Xᵀ/n. λ(K) is the largest eigenvalue, written out for n ≤ 2.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 2]'),
  },
  where: ({ n, X, y, u, v, eta }) => {
    const K = ex`${X}*diag(${u}^2 + ${v}^2)*${X}'/${n}`;
    const largest = n === 1 ? ex`trace(${K})` : ex`(trace(${K}) + sqrt(trace(${K})^2 - 4*det(${K})))/2`;
    const g = ex`${X}'*(${X}*(${u}*${v}) - ${y})/${n}`;
    return {
      run: descent({
        start: { u, v },
        loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}*${v}`),
        eta,
        steps: 1,
      }),
      step: ex`${eta}*normInf(${g})`,
      k: ex`${eta}*${largest}`,
    };
  },
  assume: ({ step, k }) => [that`${step} <= 2`, that`${k}*(1 + ${step}/2) <= 2`],
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
});
