import { and, by, claim, type Expr, ex, matrix, size, sum, that, vector } from 'counterflow';
import { lippl2022 } from '../_papers.ts';
import { cauchySchwarz, leastOf, mostOf, smallestAtMostMean } from '../_steps.ts';

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
    square: ex`diag(${G}'*diag(${weight}/sum(${weight}))*${X}*${X}'*diag(${weight}/sum(${weight}))*${G})`,
    dual: ex`sqrt(diag(${G}'*diag(${weight}/sum(${weight}))*${X}*${X}'*diag(${weight}/sum(${weight}))*${G}))`,
  }),
  conclude: ({ R, a, margins, lengths, dual }) => [
    that`(${a}^2 + ${lengths}^2)/2 >= abs(${a})*${lengths}`,
    that`min(${margins}) <= ${sum(R, (r) => ex`abs(${a.at(r)})*${lengths.at(r)}`)}*max(${dual})`,
  ],
  derivation: ({ n, R, d, X, G, a, W, weight, margins, lengths, square, dual }) => {
    const p = ex`${weight}/sum(${weight})`;
    const k = ex`min(${margins})`;
    const units = [...Array(R).keys()];
    const pull = (r: number) => sum(n, (i) => ex`${p.at(i)}*${G.at(i, r)}*${X.row(i)}`);
    const part = (r: number) => ex`sum(${a.at(r)}*${W.row(r)}*(${pull(r)}))`;
    const norm = (r: number) => ex`norm(${a.at(r)}*${W.row(r)})`;
    return [
      by.positive(that`sum(${weight}) > 0`),
      by.lemma({ x: ex`abs(${a})`, l: lengths }, { entries: true, ...halves }),
      by.lemma(
        { w: weight },
        {
          from: ({ w }) => that`${w} > 0`,
          shows: ({ w }) => and(that`${w}/sum(${w}) >= 0`, that`sum(${w}/sum(${w})) = 1`),
          steps: ({ w }) => by.positive(that`sum(${w}) > 0`),
        },
      ),
      ...units.flatMap((r) => [
        by.positive(that`sum((${pull(r)})^2) >= 0`),
        by.ring(that`sum((${pull(r)})^2) = ${square.at(r)}`),
        by.positive(that`${square.at(r)} >= 0`),
      ]),
      leastOf(margins, n),
      smallestAtMostMean(p, margins, k),
      mostOf(dual, R),
      by.ring(that`sum(${p}*${margins}) = ${sum(R, part)}`),
      ...units.flatMap((r) => [
        cauchySchwarz(ex`${a.at(r)}*${W.row(r)}`, pull(r), d),
        by.ring(that`norm(${pull(r)}) = ${dual.at(r)}`),
        by.root(that`${norm(r)} = abs(${a.at(r)})*${lengths.at(r)}`),
        by.lemma(
          {
            ...{ c: part(r), q: norm(r), v: ex`norm(${pull(r)})`, x: ex`abs(${a.at(r)})*${lengths.at(r)}` },
            ...{ u: dual.at(r), M: ex`max(${dual})` },
          },
          {
            from: ({ c, q, v, x, u, M }) => [
              that`${c} <= ${q}*${v}`,
              that`${x} >= 0`,
              that`${q} = ${x}`,
              that`${v} = ${u}`,
              that`${u} <= ${M}`,
            ],
            shows: ({ c, x, M }) => that`${c} <= ${x}*${M}`,
            steps: ({ q, v, x, u, M }) => [
              by.positive(that`${x}*(${M} - ${u}) >= 0`),
              by.rewrite(that`${q}*${v} = ${x}*${u}`),
            ],
          },
        ),
      ]),
      by.lemma({ k, m: ex`sum(${p}*${margins})`, M: ex`max(${dual})`, ...named(units, part, a, lengths) } as Names, {
        from: (all: Names) => [
          that`${all.k!} <= ${all.m!}`,
          that`${all.m!} = ${sum(R, (r) => all[`c${r}`]!)}`,
          ...units.map((r) => that`${all[`c${r}`]!} <= ${all[`x${r}`]!}*${all.M!}`),
        ],
        shows: (all: Names) => that`${all.k!} <= (${sum(R, (r) => all[`x${r}`]!)})*${all.M!}`,
      }),
    ];
  },
});

type Pair = { readonly x: Expr; readonly l: Expr };
/** xl ≤ (x² + l²)/2. */
const halves = {
  shows: ({ x, l }: Pair) => that`${x}*${l} <= (${x}^2 + ${l}^2)/2`,
  steps: ({ x, l }: Pair) => by.positive(that`(${x} - ${l})^2 >= 0`),
};
type Names = { readonly [name: string]: Expr };
const named = (units: readonly number[], part: (r: number) => Expr, a: Expr, lengths: Expr) =>
  Object.fromEntries(
    units.flatMap((r) => [
      [`c${r}`, part(r)],
      [`x${r}`, ex`abs(${a.at(r)})*${lengths.at(r)}`],
    ]),
  ) as Names;
