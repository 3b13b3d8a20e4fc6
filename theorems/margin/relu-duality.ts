import { claim, type Expr, ex, matrix, real, size, sum, that, vector } from 'counterflow';
import { chizat2020 } from '../_papers.ts';

export default claim('margin/relu-duality', {
  says: 'A ReLU network f = Σ c_kφ(w_k·x): weights p bound its margin by Σ|c_k|‖w_k‖ times the largest |Σ p_iy_iφ(θ·x_i)| over its directions.',
  status: 'theorem',
  source: { ...chizat2020, where: 'its variation-norm margin; a certificate for networks of finite width' },
  notes: 'Two samples of the plane labelled +1 and −1, K neurons with w_k ≠ 0, directions θ_k = w_k/‖w_k‖.',
  sizes: { K: size(1, 2) },
  reals: {
    X: matrix(2, 2, '[-2, 2]'),
    W: matrix('K', 2, '[-2, 2]'),
    c: vector('K', '[-2, 2]'),
    p: real('[0, 1]'),
  },
  where: ({ K, X, W, c, p }) => {
    const phi = (s: Expr) => ex`max(${s}, 0)`;
    const f = (x: Expr) => sum(K, (k) => ex`${c.at(k)}*${phi(ex`sum(${W.row(k)}*${x})`)}`);
    const g = (w: Expr) =>
      ex`abs(${p}*${phi(ex`sum(${w}*${X.row(0)})`)} - (1 - ${p})*${phi(ex`sum(${w}*${X.row(1)})`)})`;
    const own = Array.from({ length: K }, (_, k) => ex`${g(W.row(k))}/norm(${W.row(k)})`);
    return {
      margin: ex`min(${f(X.row(0))}, -${f(X.row(1))})`,
      size: sum(K, (k) => ex`abs(${c.at(k)})*norm(${W.row(k)})`),
      dual: own.reduce((a, b) => ex`max(${a}, ${b})`),
      data: ex`max(${g(X.row(0))}/norm(${X.row(0)}), ${g(X.row(1))}/norm(${X.row(1)}))`,
    };
  },
  assume: ({ W, X }) => [that`min(diag(${W}*${W}')) > 0`, that`min(diag(${X}*${X}')) > 0`],
  conclude: ({ margin, size, dual }) => that`${margin} <= ${size}*${dual}`,
});
