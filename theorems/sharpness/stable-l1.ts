import { claim, ex, matrix, real, size, that, vector } from 'counterflow';

export default claim('sharpness/stable-l1', {
  says: 'An interpolator w = u∘v with sharpness S ≤ 2/η has Σ c_i|w_i| ≤ n/η, c = diag(XᵀX)/n.',
  status: 'theorem',
  notes: 'Loss ‖Xw − y‖²/(2n). S is the largest eigenvalue of X diag(u² + v²) Xᵀ/n, written out for n ≤ 2.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 2]'),
  },
  where: ({ n, X, u, v }) => {
    const K = ex`${X}*diag(${u}^2 + ${v}^2)*${X}'/${n}`;
    return {
      S: n === 1 ? ex`trace(${K})` : ex`(trace(${K}) + sqrt(trace(${K})^2 - 4*det(${K})))/2`,
      c: ex`diag(${X}'*${X})/${n}`,
    };
  },
  assume: ({ eta, S }) => that`${eta}*${S} <= 2`,
  conclude: ({ n, u, v, eta, c }) => that`sum(${c}*abs(${u}*${v})) <= ${n}/${eta}`,
});
