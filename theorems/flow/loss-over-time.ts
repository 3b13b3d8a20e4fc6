import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/loss-over-time', {
  says: 'Gradient flow on w = u² − v² from u = v = α: L(t) ≤ Q_α(z)/(8t) for every interpolator z.',
  status: 'theorem',
  notes: 'Loss ½‖Xw − y‖², y = Xz, Q_α(z) = Σ [z asinh(z/2α²) − √(z² + 4α⁴) + 2α²]. Checked numerically.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), z: vector('d', '[-1, 1]'), alpha: vector('d', '[1/100, 1]') },
  where: ({ X, z, alpha }) => {
    const y = ex`${X}*${z}`;
    return {
      Q: ex`sum(${z}*asinh(${z}/(2*${alpha}^2)) - sqrt(${z}^2 + 4*${alpha}^4) + 2*${alpha}^2)`,
      run: flow({
        start: { u: alpha, v: alpha },
        loss: ({ u, v }) => squared('1/2', X, y)(ex`${u}^2 - ${v}^2`),
      }),
    };
  },
  conclude: ({ run, Q }) => run.always(({ loss, t }) => that`8*${t}*${loss} <= ${Q}`),
});
