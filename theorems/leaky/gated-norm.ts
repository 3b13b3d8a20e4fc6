import { claim, ex, matrix, size, sum, that, vector } from 'counterflow';
import { lippl2022 } from '../_papers.ts';

export default claim('leaky/gated-norm', {
  says: 'Gated linear network: ½(a² + ‖w‖²) ≥ |a|‖w‖, and p-weighted samples bound every margin in the group norm Σ_r ‖a_rw_r‖.',
  status: 'theorem',
  source: { ...lippl2022, where: 'its architecture norm; the certificate is ours' },
  notes:
    'f(x_i) = Σ_r G_ir a_r w_r·x_i, rows of X are y_ix_i: min_i y_if(x_i) ≤ Σ_r ‖a_rw_r‖ · max_r ‖Σ_i p_i G_ir y_i x_i‖.',
  sizes: { n: size(1, 2), R: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    G: matrix('n', 'R', '[0, 1]'),
    a: vector('R', '[-2, 2]'),
    W: matrix('R', 'd', '[-2, 2]'),
    weight: vector('n', '(0, 1]'),
  },
  where: ({ X, G, a, W, weight }) => ({
    margins: ex`diag(${X}*${W}'*diag(${a})*${G}')`,
    lengths: ex`sqrt(diag(${W}*${W}'))`,
    dual: ex`sqrt(diag(${G}'*diag(${weight}/sum(${weight}))*${X}*${X}'*diag(${weight}/sum(${weight}))*${G}))`,
  }),
  conclude: ({ R, a, margins, lengths, dual }) => [
    that`(${a}^2 + ${lengths}^2)/2 >= abs(${a})*${lengths}`,
    that`min(${margins}) <= ${sum(R, (r) => ex`abs(${a.at(r)})*${lengths.at(r)}`)}*max(${dual})`,
  ],
});
