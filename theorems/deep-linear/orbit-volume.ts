import { claim, type Expr, ex, real, size, sum, that } from 'counterflow';
import { menon2025 } from '../_papers.ts';

/** Two by two matrices, row by row, one for each layer. */
type Tangent = readonly (readonly Expr[])[];

export default claim('deep-linear/orbit-volume', {
  says: 'Depth N: the balanced factorisations of one X form an orbit of rotations whose volume is ∏_{i<j} √(2^{N−1}(σ_i² − σ_j²)/(σ_i^{2/N} − σ_j^{2/N})).',
  status: 'theorem',
  source: { ...menon2025, where: 'its volume of the orbit' },
  notes:
    'W_l ↦ R_l W_l R_{l−1}ᵀ with R_0 = R_N = I. One plane ij: the Gram determinant of the N − 1 rotations of the inner spaces at W_l = diag(s, t), σ = s^N; planes are orthogonal. The quotient is the sum Σ_p s^{2(N−1−p)} t^{2p}.',
  sizes: { N: size(2, 6) },
  reals: { s: real('(0, 2]'), t: real('(0, 2]') },
  where: ({ N, s, t }) => {
    const zero = ex`0`;
    // The l-th rotation J turns layer l by JW on the left and layer l + 1 by −WJ on the right.
    const tangent = (l: number): Tangent =>
      [...Array(N).keys()].map((k) =>
        k === l ? [zero, t, ex`-${s}`, zero] : k === l + 1 ? [zero, ex`-${s}`, t, zero] : [zero, zero, zero, zero],
      );
    const dot = (k: number, l: number): Expr =>
      sum(N, (i) => sum(4, (e) => ex`${tangent(k)[i]![e]!}*${tangent(l)[i]![e]!}`));
    // Layers that are not neighbours share nothing, so the Gram matrix has three diagonals.
    const gram = (n: number): Expr =>
      n <= 0
        ? ex`1`
        : n === 1
          ? dot(0, 0)
          : ex`${dot(n - 1, n - 1)}*(${gram(n - 1)}) - ${dot(n - 1, n - 2)}^2*(${gram(n - 2)})`;
    return {
      gram: gram(N - 1),
      far: N < 4 ? zero : dot(0, 2),
      lambda: sum(N, (p) => ex`${s}^(2*(${N} - 1 - ${p}))*${t}^(2*${p})`),
    };
  },
  conclude: ({ N, s, t, gram, far, lambda }) => [
    that`${gram} = 2^(${N} - 1)*${lambda}`,
    that`${lambda}*(${s}^2 - ${t}^2) = ${s}^(2*${N}) - ${t}^(2*${N})`,
    that`${far} = 0`,
  ],
});
