import { and, by, claim, type Expr, ex, orthogonalRows, real, size, sum, that } from 'counterflow';
import { frei2022 } from '../_papers.ts';

/** The margins of z = (m₁v − m₂u)/√m, with the squared lengths of the samples given. */
function marginsOf(m1: number, m2: number, k: number, gamma: Expr, rows: readonly Expr[], squares: readonly Expr[]) {
  const m = m1 + m2;
  const [plus, minus] = [ex`${m1} + ${gamma}^2*${m2}`, ex`${m2} + ${gamma}^2*${m1}`];
  const terms = rows.map((x, i) => ex`${m}/(${i < k ? plus : minus}*${squares[i]!})*${x}`);
  const total = (ts: readonly Expr[]): Expr => sum(ts, (t) => t);
  const [P, Q] = [total(terms.slice(0, k)), total(terms.slice(k))];
  const z = ex`(${m1}*(${P} - ${gamma}*${Q}) - ${m2}*(${Q} - ${gamma}*${P}))/${m}`;
  return rows.map((x, i) => (i < k ? ex`sum(${z}*${x})` : ex`-sum(${z}*${x})`));
}

export default claim('leaky/linear-margin', {
  says: 'Orthogonal samples: the linear boundary of the KKT point has margins (m₁ + γm₂)/(m₁ + γ²m₂) and (m₂ + γm₁)/(m₂ + γ²m₁).',
  status: 'theorem',
  source: { ...frei2022, where: 'its linear predictor, computed exactly for orthogonal data' },
  notes:
    'z = (m₁v − m₂u)/√m of the KKT point (see orthogonal-kkt); the first k samples have label +1. With m₁ = m₂ all margins agree, so z is the ℓ2-max-margin direction.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 3), m2: size(1, 3) },
  reals: { X: orthogonalRows('n', 3, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, X, gamma }) => {
    const rows = [...Array(n).keys()].map((i) => X.row(i));
    return {
      margins: marginsOf(
        m1,
        m2,
        k,
        gamma,
        rows,
        rows.map((x) => ex`sum(${x}^2)`),
      ),
      high: ex`(${m1} + ${gamma}*${m2})/(${m1} + ${gamma}^2*${m2})`,
      low: ex`(${m2} + ${gamma}*${m1})/(${m2} + ${gamma}^2*${m1})`,
    };
  },
  conclude: ({ margins, k, high, low }) => and(...margins.map((f, i) => that`${f} = ${i < k ? high : low}`)),
  derivation: ({ n, k, m1, m2, X, gamma, margins, high, low }) => {
    const samples = [...Array(n).keys()];
    const rows = samples.map((i) => X.row(i));
    const dot = (i: number, j: number): Expr => (i < j ? dot(j, i) : ex`sum(${rows[i]!}*${rows[j]!})`);
    const square = (i: number): Expr => ex`sum(${rows[i]!}^2)`;
    const slope = (i: number, j: number): Expr => ex`${i < k === j < k ? 1 : -1}*${j < k ? high : low}`;
    const named = (f: (i: number) => Expr) => Object.fromEntries(samples.map((i) => [`s${i}`, f(i)]));
    const expansion = (i: number, s: (j: number) => Expr): Expr =>
      sum(samples, (j) => ex`${slope(i, j)}/${s(j)}*${dot(j, i)}`);
    return [
      ...samples.map((i) => by.positive(that`${square(i)} > 0`)),
      // z = Σ_j ±(m₁ + γm₂)/(m₁ + γ²m₂)·x_j/‖x_j‖², whatever the lengths are,
      by.lemma(named(square), {
        from: (s) => samples.map((j) => that`${s[`s${j}`]!} > 0`),
        shows: (s) => {
          const lengths = samples.map((j) => s[`s${j}`]!);
          const all = marginsOf(m1, m2, k, gamma, rows, lengths);
          return and(...all.map((f, i) => that`${f} = ${expansion(i, (j) => lengths[j]!)}`));
        },
      }),
      // and x_i is orthogonal to every x_j but itself.
      ...samples.map((i) =>
        by.lemma(
          {
            f: margins[i]!,
            c: i < k ? high : low,
            ...Object.fromEntries(
              samples.flatMap((j) => [
                [`r${j}`, dot(j, i)],
                [`w${j}`, ex`${slope(i, j)}/${square(j)}`],
              ]),
            ),
          } as { readonly [name: string]: Expr },
          {
            from: (x) => [
              ...samples.map((j) =>
                j === i ? that`${x[`w${j}`]!}*${x[`r${j}`]!} = ${x.c!}` : that`${x[`r${j}`]!} = 0`,
              ),
              that`${x.f!} = ${sum(samples, (j) => ex`${x[`w${j}`]!}*${x[`r${j}`]!}`)}`,
            ],
            shows: (x) => that`${x.f!} = ${x.c!}`,
          },
        ),
      ),
    ];
  },
});
