import { by, claim, type Expr, evolve, ex, matrix, size, that, vector } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('flow/energy-rate', {
  says: 'For every interpolator z the Bregman divergence D_φ(z, w(t)) falls with the same speed ‖Xw − y‖².',
  status: 'theorem',
  source: { ...chou2021, where: 'its main tool; here for w = u² − v²' },
  notes:
    'ẇ = −4√(w² + 4α⁴)·Xᵀ(Xw − y), the flow of ½‖Xw − y‖² on w = u² − v² with uv = α². φ(w) = ¼ Σ [w asinh(w/2α²) − √(w² + 4α⁴)]. The rate at an arbitrary state.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    z: vector('d', '[-1, 1]'),
    w: vector('d', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
  },
  where: ({ X, z, w, alpha }) => {
    const y = ex`${X}*${z}`;
    const dual = (x: Expr) => ex`asinh(${x}/(2*${alpha}^2))/4`;
    const phi = (x: Expr) => ex`sum(${x}*${dual}(${x}) - sqrt(${x}^2 + 4*${alpha}^4)/4)`;
    const start = evolve({
      start: { s: w },
      observe: ({ s }) => ({
        r: ex`${X}*${s} - ${y}`,
        D: ex`${phi}(${z}) - ${phi}(${s}) - sum(${dual}(${s})*(${z} - ${s}))`,
      }),
      field: ({ s }) => ({ s: ex`-4*sqrt(${s}^2 + 4*${alpha}^4)*(${X}'*(${X}*${s} - ${y}))` }),
    }).at(0);
    return { y, r: start.r, rate: start.rate.D };
  },
  conclude: ({ r, rate }) => that`${rate} = -sum(${r}^2)`,
  derivation: ({ w, alpha }) =>
    by.lemma(
      { w, a: alpha },
      {
        entries: true,
        from: ({ a }) => that`${a} > 0`,
        shows: ({ w, a }) => that`sqrt((${w}/(2*${a}^2))^2 + 1) = sqrt(${w}^2 + 4*${a}^4)/(2*${a}^2)`,
        steps: ({ w, a }) => by.root(that`sqrt((${w}/(2*${a}^2))^2 + 1) = sqrt(${w}^2 + 4*${a}^4)/(2*${a}^2)`),
      },
    ),
});
