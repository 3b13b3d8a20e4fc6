import { and, by, claim, type Expr, ex, orthogonalRows, real, size, sum, that } from 'counterflow';
import { frei2022 } from '../_papers.ts';
import { active, passive } from './near-orthogonal-kkt.ts';

/** P − γQ and Q − γP, with P and Q the λ-weighted sums of the first k samples and of the others. */
const vectors = (k: number, gamma: Expr, lambda: readonly Expr[], rows: readonly Expr[]) => {
  const part = (from: number, to: number) =>
    sum(
      [...rows.keys()].filter((i) => from <= i && i < to),
      (i) => ex`${lambda[i]!}*${rows[i]!}`,
    );
  const [P, Q] = [part(0, k), part(k, rows.length)];
  return [ex`${P} - ${gamma}*${Q}`, ex`${Q} - ${gamma}*${P}`] as const;
};

export default claim('leaky/orthogonal-kkt', {
  says: 'Leaky ReLU, orthogonal samples: two neuron vectors give margin 1 everywhere with squared norm Σ λ_i.',
  status: 'theorem',
  source: { ...frei2022, where: 'the KKT points of its margin problem; the exact form for orthogonal data' },
  notes:
    'f(x) = (1/√m) Σ ±φ(w_j·x), φ(s) = max(γs, s), m₁ plus and m₂ minus neurons; plus ones (P − γQ)/√m, minus ones (Q − γP)/√m. P, Q: λ-weighted sums of the samples labelled +1 (the first k) and −1; λ_i = 1/(c_i‖x_i‖²), c = (m₁ + γ²m₂)/m or (m₂ + γ²m₁)/m.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 2), m2: size(1, 2) },
  reals: { X: orthogonalRows('n', 3, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, X, gamma }) => {
    const m = m1 + m2;
    const samples = [...Array(n).keys()];
    const rows = samples.map((i) => X.row(i));
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    const network = (lambda: (i: number) => Expr) => {
      const [v, u] = vectors(k, gamma, samples.map(lambda), rows);
      const f = (x: Expr) => ex`(${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x})))/${m}`;
      return {
        margins: samples.map((i) => (i < k ? f(X.row(i)) : ex`-${f(X.row(i))}`)),
        norm2: ex`(${m1}*sum(${v}^2) + ${m2}*sum(${u}^2))/${m}`,
      };
    };
    const c = (i: number) => slope(i < k, m1, m2, gamma);
    const lambda = (i: number) => ex`1/(${c(i)}*sum(${X.row(i)}^2))`;
    return {
      ...network(lambda),
      c,
      lambda,
      total: sum(n, lambda),
      plain: network((i) => ex`1/sum(${X.row(i)}^2)`).margins,
    };
  },
  conclude: ({ margins, norm2, total }) => [and(...margins.map((f) => that`${f} = 1`)), that`${norm2} = ${total}`],
  derivation: ({ n, k, m1, m2, X, gamma, c, lambda, norm2 }) => {
    const m = m1 + m2;
    const samples = [...Array(n).keys()];
    const rows = samples.map((i) => X.row(i));
    const [v, u] = vectors(k, gamma, samples.map(lambda), rows);
    const square = (i: number) => ex`sum(${rows[i]!}^2)`;
    const plus = (i: number) => i < k;
    type Names = { readonly [name: string]: Expr };
    const named = (name: string, of: (i: number) => Expr): Names =>
      Object.fromEntries(samples.map((i) => [`${name}${i}`, of(i)]));
    const list = (x: Names, name: string) => samples.map((i) => x[`${name}${i}`]!);
    const dot = (r: readonly Expr[], i: number, j: number): Expr => (i < j ? dot(r, j, i) : ex`sum(${r[i]!}*${r[j]!})`);
    const own = (g: Expr, i: number): readonly [Expr, Expr] => (plus(i) ? [ex`1`, ex`-${g}`] : [ex`-${g}`, ex`1`]);
    const given = { g: gamma, ...named('l', lambda), ...named('r', (i) => rows[i]!) } as Names;
    const products = samples.flatMap((i) =>
      [0, 1].map((side) =>
        by.lemma(given, {
          shows: (x) => {
            const [l, r] = [list(x, 'l'), list(x, 'r')];
            const w = vectors(k, x.g!, l, r)[side]!;
            return that`sum(${w}*${r[i]!}) = ${sum(samples, (j) => ex`${own(x.g!, j)[side]!}*${l[j]!}*${dot(r, j, i)}`)}`;
          },
        }),
      ),
    );
    const norm = by.lemma(given, {
      shows: (x) => {
        const [l, r] = [list(x, 'l'), list(x, 'r')];
        const [a, b] = vectors(k, x.g!, l, r);
        const weight = (i: number, j: number) =>
          ex`(${m1}*${own(x.g!, i)[0]}*${own(x.g!, j)[0]} + ${m2}*${own(x.g!, i)[1]}*${own(x.g!, j)[1]})/${m}`;
        const all = sum(samples, (i) => sum(samples, (j) => ex`${weight(i, j)}*${l[i]!}*${l[j]!}*${dot(r, i, j)}`));
        return that`(${m1}*sum(${a}^2) + ${m2}*sum(${b}^2))/${m} = ${all}`;
      },
    });
    return [
      ...samples.flatMap((i) => [
        by.positive(that`${square(i)} > 0`),
        by.positive(that`${lambda(i)} > 0`),
        by.ring(that`${lambda(i)}*${c(i)}*${square(i)} = 1`),
        by.ring(that`${dot(rows, i, i)} = ${square(i)}`),
      ]),
      ...products,
      ...samples.flatMap((i) => [
        by.lemma(
          {
            ...{ a: ex`sum(${v}*${rows[i]!})`, b: ex`sum(${u}*${rows[i]!})`, s: square(i), g: gamma },
            ...named('l', lambda),
            ...named('d', (j) => dot(rows, j, i)),
          } as Names,
          {
            from: (x) => [
              ...samples.map((j) => (j === i ? that`${x[`d${j}`]!} = ${x.s!}` : that`${x[`d${j}`]!} = 0`)),
              ...[x.a!, x.b!].map(
                (w, side) =>
                  that`${w} = ${sum(samples, (j) => ex`${own(x.g!, j)[side]!}*${x[`l${j}`]!}*${x[`d${j}`]!}`)}`,
              ),
            ],
            shows: (x) =>
              and(
                that`${x.a!} = ${own(x.g!, i)[0]}*${x[`l${i}`]!}*${x.s!}`,
                that`${x.b!} = ${own(x.g!, i)[1]}*${x[`l${i}`]!}*${x.s!}`,
              ),
          },
        ),
        margin(plus(i), m1, m2, {
          ...{ a: ex`sum(${v}*${rows[i]!})`, b: ex`sum(${u}*${rows[i]!})` },
          ...{ g: gamma, l: lambda(i), s: square(i), c: c(i) },
        }),
      ]),
      norm,
      by.lemma(
        {
          ...{ N: norm2, g: gamma },
          ...named('l', lambda),
          ...named('s', square),
          ...named('c', c),
          ...Object.fromEntries(
            samples.flatMap((i) => samples.filter((j) => j <= i).map((j) => [`d${i}${j}`, dot(rows, i, j)])),
          ),
        } as Names,
        {
          from: (x) => {
            const weight = (i: number, j: number) =>
              ex`(${m1}*${own(x.g!, i)[0]}*${own(x.g!, j)[0]} + ${m2}*${own(x.g!, i)[1]}*${own(x.g!, j)[1]})/${m}`;
            const d = (i: number, j: number): Expr => (i < j ? d(j, i) : x[`d${i}${j}`]!);
            const l = list(x, 'l');
            return [
              ...samples.flatMap((i) =>
                samples
                  .filter((j) => j <= i)
                  .map((j) => (i === j ? that`${d(i, j)} = ${x[`s${i}`]!}` : that`${d(i, j)} = 0`)),
              ),
              ...samples.flatMap((i) => [
                that`${l[i]!}*${x[`c${i}`]!}*${x[`s${i}`]!} = 1`,
                that`${x[`c${i}`]!} = ${slope(plus(i), m1, m2, x.g!)}`,
              ]),
              that`${x.N!} = ${sum(samples, (i) => sum(samples, (j) => ex`${weight(i, j)}*${l[i]!}*${l[j]!}*${d(i, j)}`))}`,
            ];
          },
          shows: (x) => that`${x.N!} = ${sum(n, (i) => x[`l${i}`]!)}`,
          steps: (x) => {
            const l = list(x, 'l');
            const own2 = (i: number) => ex`${l[i]!}*(${l[i]!}*${x[`c${i}`]!}*${x[`s${i}`]!})`;
            return [
              ...samples.map((i) => by.rewrite(that`${own2(i)} = ${l[i]!}`)),
              by.rewrite(that`${x.N!} = ${sum(samples, own2)}`),
            ];
          },
        },
      ),
    ];
  },
});

/** c: the squared slopes of all neurons at a sample. */
const slope = (plus: boolean, m1: number, m2: number, gamma: Expr) =>
  plus ? ex`(${m1} + ${gamma}^2*${m2})/${m1 + m2}` : ex`(${m2} + ${gamma}^2*${m1})/${m1 + m2}`;

type Margin = { readonly [N in 'a' | 'b' | 'g' | 'l' | 's' | 'c']: Expr };
/** One sample: its two preactivations are λ‖x‖² and −γλ‖x‖², whose signs choose the slopes. */
const margin = (plus: boolean, m1: number, m2: number, put: Margin) =>
  by.lemma(put, {
    from: ({ a, b, g, l, s, c }) => [
      that`${g} > 0`,
      that`${g} <= 1`,
      that`${l} > 0`,
      that`${s} > 0`,
      that`${l}*${c}*${s} = 1`,
      that`${a} = ${plus ? ex`1` : ex`-${g}`}*${l}*${s}`,
      that`${b} = ${plus ? ex`-${g}` : ex`1`}*${l}*${s}`,
      that`${c} = ${slope(plus, m1, m2, g)}`,
    ],
    shows: ({ a, b, g }) => {
      const f = ex`(${m1}*max(${g}*${a}, ${a}) - ${m2}*max(${g}*${b}, ${b}))/${m1 + m2}`;
      return plus ? that`${f} = 1` : that`-${f} = 1`;
    },
    steps: ({ a, b, g, l, s }) => [
      by.positive(that`${l}*${s} > 0`),
      by.positive(that`${g}*${l}*${s} > 0`),
      plus ? by.rewrite(that`${a} > 0`) : by.rewrite(that`${a} < 0`),
      plus ? by.rewrite(that`${b} < 0`) : by.rewrite(that`${b} > 0`),
      ...(plus ? [active(a, g), passive(b, g)] : [passive(a, g), active(b, g)]),
      by.rewrite(that`${l}*${slope(plus, m1, m2, g)}*${s} = 1`),
    ],
  });
