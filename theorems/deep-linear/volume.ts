import { and, by, claim, type Expr, ex, pairs, product, size, sum, that, vector } from 'counterflow';
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
  derivation: ({ N, d, gap }) => {
    const s = (i: number) => sum(d - i, (k) => gap.at(i + k));
    const all = [...Array(d).keys()];
    const λ = (a: Expr, b: Expr) => sum(N, (p) => ex`${a}^(2*(${N} - 1 - ${p}))*${b}^(2*${p})`);
    const ratio = (a: Expr, b: Expr) => ex`(${a}^2 - ${b}^2)/(${a}^(2*${N}) - ${b}^(2*${N}))`;
    const named = (of: (i: number, j: number) => Expr, name: string, over: readonly (readonly [number, number])[]) =>
      Object.fromEntries(over.map(([i, j]) => [`${name}${i}${j}`, of(i, j)]));
    type Names = { readonly [name: string]: Expr };
    const every = all.flatMap((i) => all.map((j) => [i, j] as const));
    return [
      ...all.map((i) => by.positive(that`${s(i)} > 0`)),
      ...pairs(d).flatMap(([i, j]) => [
        by.positive(that`${s(j)} < ${s(i)}`),
        by.lemma(
          { a: s(i), b: s(j) },
          {
            from: ({ a, b }) => [that`${b} > 0`, that`${b} < ${a}`],
            shows: ({ a, b }) =>
              and(
                that`${λ(a, b)} > 0`,
                that`${a}^(2*${N}) - ${b}^(2*${N}) > 0`,
                that`${λ(b, a)} = ${λ(a, b)}`,
                that`${ratio(a, b)} = 1/(${λ(a, b)})`,
              ),
            steps: ({ a, b }) => [
              by.positive(that`${a} > 0`),
              by.positive(that`${a} - ${b} > 0`),
              by.positive(that`${λ(a, b)} > 0`),
              by.positive(that`(${a} - ${b})*(${a} + ${b})*(${λ(a, b)}) > 0`),
              by.ring(that`${a}^(2*${N}) - ${b}^(2*${N}) = (${a} - ${b})*(${a} + ${b})*(${λ(a, b)})`),
              by.positive(that`${a}^(2*${N}) - ${b}^(2*${N}) > 0`),
            ],
          },
        ),
      ]),
      ...all.map((i) =>
        by.lemma(
          { a: s(i) },
          {
            from: ({ a }) => that`${a} > 0`,
            shows: ({ a }) => and(that`${λ(a, a)} > 0`, that`${λ(a, a)} = ${N}*(${a}^(${N} - 1))^2`),
          },
        ),
      ),
      by.lemma(
        {
          ...named((i, j) => λ(s(i), s(j)), 'l', every),
          ...named((i, j) => ratio(s(i), s(j)), 'q', pairs(d)),
          ...named(
            (i) => ex`${s(i)}^(${N} - 1)`,
            'p',
            all.map((i) => [i, i] as const),
          ),
        } as Names,
        {
          from: (x: Names) => [
            ...all.map((i) => that`${x[`p${i}${i}`]!} > 0`),
            ...every.map(([i, j]) => that`${x[`l${i}${j}`]!} > 0`),
            ...all.map((i) => that`${x[`l${i}${i}`]!} = ${N}*${x[`p${i}${i}`]!}^2`),
            ...pairs(d).flatMap(([i, j]) => [
              that`${x[`l${j}${i}`]!} = ${x[`l${i}${j}`]!}`,
              that`${x[`q${i}${j}`]!} = 1/${x[`l${i}${j}`]!}`,
            ]),
          ],
          shows: (x: Names) =>
            that`1/${product(d, (i) => product(d, (j) => x[`l${i}${j}`]!))} = (${product(pairs(d), ([i, j]) => x[`q${i}${j}`]!)}/${product(d, (i) => x[`p${i}${i}`]!)})^2/${N}^${d}`,
        },
      ),
    ];
  },
});
