import { claim, evolve, ex, matrix, product, real, size, that, vector } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/path-flow', {
  says: 'The flow of Path-SGD on w = w₁∘…∘w_L is ẇ = −L∇_wL, plain gradient flow on w: fitted to one sample it conserves what is orthogonal to it.',
  status: 'theorem',
  source: { ...neyshabur2017, where: 'its Path-SGD on diagonal networks, at small steps' },
  notes:
    'ẇ_l = −g∏_{k≠l}w_k/∏_{k≠l}w_k² = −g w_l/w with g = ∇_w, w ≠ 0. Loss ½(x·w − y)², so g = (x·w − y)x; the limit is the ℓ2 projection of the start on x·w = y while no weight crosses 0. Layers are the rows of W; the rate at an arbitrary state.',
  sizes: { L: size(1, 4), d: size(1, 3) },
  reals: { W: matrix('L', 'd', '[1/4, 2]'), x: vector('d', '[-2, 2]'), y: real('[-2, 2]') },
  where: ({ L, W, x, y }) => {
    const start = evolve({
      start: { V: W },
      observe: ({ V }) => {
        const w = product(L, (l) => V.row(l));
        return { w, outside: ex`sum(${x}^2)*${w} - sum(${x}*${w})*${x}` };
      },
      field: ({ V, w }) => ({ V: ex`-${V}*diag((sum(${x}*${w}) - ${y})*${x}/${w})` }),
    }).at(0);
    return { w: start.w, speed: start.rate.w, outside: start.rate.outside };
  },
  conclude: ({ L, x, y, w, speed, outside }) => [
    that`${speed} = -${L}*(sum(${x}*${w}) - ${y})*${x}`,
    that`${outside} = 0`,
  ],
});
