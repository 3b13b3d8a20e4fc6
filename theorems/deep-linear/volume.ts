import { claim, type Expr, ex, pairs, product, size, sum, that, vector } from 'counterflow';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/volume', {
  says: 'Depth N: √det g = N^{−d/2} ∏σ^{−(1−1/N)} ∏_{i<j} (σ_i^{2/N} − σ_j^{2/N})/(σ_i² − σ_j²), the volume form of the metric.',
  status: 'theorem',
  source: { ...cohen2022, where: 'its volume form' },
  notes: 'det g = ∏_{i,j} 1/λ_ij with λ_ij the eigenvalues of the inverse metric, squared here; σ = s^N, distinct.',
  sizes: { N: size(1, 4), d: size(1, 3) },
  reals: { gap: vector('d', '[1/4, 1]') },
  where: ({ N, d, gap }) => {
    const s = (i: number) => sum(d - i, (k) => gap.at(i + k));
    const lambda = (i: number, j: number): Expr => sum(N, (p) => ex`${s(i)}^(2*(${N} - 1 - ${p}))*${s(j)}^(2*${p})`);
    const ratio = ([i, j]: readonly [number, number]): Expr =>
      ex`(${s(i)}^2 - ${s(j)}^2)/(${s(i)}^(2*${N}) - ${s(j)}^(2*${N}))`;
    const half = ([i, j]: readonly [number, number]): Expr =>
      ex`(${s(i)} - ${s(j)})/(${s(i)}^(2*${N}) - ${s(j)}^(2*${N}))`;
    const form = (factor: typeof ratio): Expr =>
      ex`(${product(pairs(d), factor)}/${product(d, (i) => ex`${s(i)}^(${N} - 1)`)})^2/${N}^${d}`;
    return {
      det: ex`1/${product(d, (i) => product(d, (j) => lambda(i, j)))}`,
      volume2: form(ratio),
      volume2Half: form(half),
    };
  },
  conclude: ({ det, volume2 }) => that`${det} = ${volume2}`,
});
