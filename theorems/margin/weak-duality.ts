import { by, claim, type Expr, ex, matrix, size, that, vector } from 'counterflow';
import { cauchySchwarz, chain, holder, leastOf, mostOf, smallestAtMostMean } from '../_steps.ts';

export default claim('margin/weak-duality', {
  says: 'For weights p ≥ 0 of sum 1: min_i z_i·w ≤ ‖Zᵀp‖_* ‖w‖, with ℓ2 against ℓ2, ℓ1 against ℓ∞ and ℓ∞ against ℓ1.',
  status: 'theorem',
  notes: 'A pair (w, p) with a small gap certifies that w nearly maximises the margin, whoever computed it.',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), weight: vector('n', '(0, 1]') },
  where: ({ Z, weight }) => ({ dual: ex`${Z}'*(${weight}/sum(${weight}))` }),
  conclude: ({ Z, w, dual }) => [
    that`min(${Z}*${w}) <= norm(${dual})*norm(${w})`,
    that`min(${Z}*${w}) <= normInf(${dual})*norm1(${w})`,
    that`min(${Z}*${w}) <= norm1(${dual})*normInf(${w})`,
  ],
  derivation: ({ n, d, Z, w, weight, dual }) => {
    const p = ex`${weight}/sum(${weight})`;
    const bounded = (bound: Expr) => chain(ex`min(${Z}*${w})`, ex`sum(${p}*(${Z}*${w}))`, ex`sum(${dual}*${w})`, bound);
    return [
      leastOf(ex`${Z}*${w}`, n),
      by.positive(that`${p} >= 0`),
      by.ring(that`sum(${p}) = 1`),
      smallestAtMostMean(p, ex`${Z}*${w}`, ex`min(${Z}*${w})`),
      by.ring(that`sum(${dual}*${w}) = sum(${p}*(${Z}*${w}))`),
      cauchySchwarz(dual, w, d),
      bounded(ex`norm(${dual})*norm(${w})`),
      mostOf(ex`abs(${dual})`, d),
      holder(dual, w, ex`normInf(${dual})`),
      bounded(ex`normInf(${dual})*norm1(${w})`),
      mostOf(ex`abs(${w})`, d),
      holder(w, dual, ex`normInf(${w})`),
      by.ring(that`sum(${w}*${dual}) = sum(${dual}*${w})`),
      bounded(ex`norm1(${dual})*normInf(${w})`),
    ];
  },
});
