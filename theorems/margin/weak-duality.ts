import { claim, ex, matrix, size, that, vector } from 'counterflow';

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
});
