import { claim, type Expr, evolve, ex, matrix, size, that, vector } from 'counterflow';

export default claim('flow/energy-rate-any-point', {
  says: 'The divergence D_φ(z, w(t)) never grows, whether or not z interpolates.',
  status: 'refuted',
  notes: 'Its rate is −‖r‖² + ⟨r, Xz − y⟩ for the flow of ½‖Xw − y‖² on w = u² − v² with uv = α².',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    z: vector('d', '[-1, 1]'),
    w: vector('d', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
  },
  where: ({ X, y, z, w, alpha }) => {
    const dual = (x: Expr) => ex`asinh(${x}/(2*${alpha}^2))/4`;
    const phi = (x: Expr) => ex`sum(${x}*${dual}(${x}) - sqrt(${x}^2 + 4*${alpha}^4)/4)`;
    const start = evolve({
      start: { s: w },
      observe: ({ s }) => ({ D: ex`${phi}(${z}) - ${phi}(${s}) - sum(${dual}(${s})*(${z} - ${s}))` }),
      field: ({ s }) => ({ s: ex`-4*sqrt(${s}^2 + 4*${alpha}^4)*(${X}'*(${X}*${s} - ${y}))` }),
    }).at(0);
    return { rate: start.rate.D };
  },
  conclude: ({ rate }) => that`${rate} <= 0`,
});
