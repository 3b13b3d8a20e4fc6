import { and, by, claim, type Expr, ex, orthogonalRows, real, size, sum, that } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/linear-margin', {
  says: 'Orthogonal samples: the linear boundary of the KKT point has margins (m₁ + γm₂)/(m₁ + γ²m₂) and (m₂ + γm₁)/(m₂ + γ²m₁).',
  status: 'theorem',
  source: { ...frei2022, where: 'its linear predictor, computed exactly for orthogonal data' },
  notes:
    'z = (m₁v − m₂u)/√m of the KKT point (see orthogonal-kkt); the first k samples have label +1. With m₁ = m₂ all margins agree, so z is the ℓ2-max-margin direction.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 3), m2: size(1, 3) },
  reals: { X: orthogonalRows('n', 3, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, X, gamma }) => {
    const m = m1 + m2;
    const samples = [...Array(n).keys()];
    const [plus, minus] = [ex`${m1} + ${gamma}^2*${m2}`, ex`${m2} + ${gamma}^2*${m1}`];
    const term = (i: number): Expr => ex`${m}/(${i < k ? plus : minus}*sum(${X.row(i)}^2))*${X.row(i)}`;
    const [P, Q] = [sum(samples.slice(0, k), term), sum(samples.slice(k), term)];
    const z = ex`(${m1}*(${P} - ${gamma}*${Q}) - ${m2}*(${Q} - ${gamma}*${P}))/${m}`;
    return {
      margins: samples.map((i) => (i < k ? ex`sum(${z}*${X.row(i)})` : ex`-sum(${z}*${X.row(i)})`)),
      high: ex`(${m1} + ${gamma}*${m2})/${plus}`,
      low: ex`(${m2} + ${gamma}*${m1})/${minus}`,
    };
  },
  conclude: ({ margins, k, high, low }) => and(...margins.map((f, i) => that`${f} = ${i < k ? high : low}`)),
  derivation: ({ n, k, m1, m2, X, gamma, margins, high, low }) => {
    const samples = [...Array(n).keys()];
    const [plus, minus] = [ex`${m1} + ${gamma}^2*${m2}`, ex`${m2} + ${gamma}^2*${m1}`];
    const dot = (i: number, j: number): Expr => ex`sum(${X.row(i)}*${X.row(j)})`;
    const square = (i: number): Expr => ex`sum(${X.row(i)}^2)`;
    // z = Σ_j ±(m₁ + γm₂)/(m₁ + γ²m₂)·x_j/‖x_j‖², and x_i is orthogonal to every x_j but itself.
    const part = (i: number, j: number): Expr => ex`${i < k === j < k ? 1 : -1}*${j < k ? high : low}/${square(j)}`;
    return [
      by.positive(that`${plus} > 0`),
      by.positive(that`${minus} > 0`),
      ...samples.map((i) => by.positive(that`${square(i)} > 0`)),
      ...samples.map((i) => by.positive(that`(${i < k ? plus : minus})*${square(i)} > 0`)),
      ...samples.map((i) => {
        const others = samples.filter((j) => j !== i);
        return by.lemma(
          {
            f: margins[i]!,
            c: i < k ? high : low,
            ...Object.fromEntries(
              others.flatMap((j) => [
                [`r${j}`, dot(j, i)],
                [`w${j}`, part(i, j)],
              ]),
            ),
          } as { readonly [name: string]: Expr },
          {
            from: (x) => [
              ...others.map((j) => that`${x[`r${j}`]!} = 0`),
              that`${x.f!} = ${x.c!} + ${sum(others, (j) => ex`${x[`w${j}`]!}*${x[`r${j}`]!}`)}`,
            ],
            shows: (x) => that`${x.f!} = ${x.c!}`,
          },
        );
      }),
    ];
  },
});
