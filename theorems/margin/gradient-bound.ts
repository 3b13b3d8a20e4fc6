import { by, claim, type Expr, ex, exponential, matrix, size, that, unit, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';
import { cauchySchwarz, leastOf, mostOf } from '../_steps.ts';

export default claim('margin/gradient-bound', {
  says: 'Exponential loss: L(w)·min_i z_i·q ≤ ‖∇L(w)‖ ≤ L(w)·max_i ‖z_i‖ for every unit vector q.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−(Zw)_i), a sum. So 1/L grows linearly along the flow, with rates between γ² and R².',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), q: unit('d') },
  where: ({ Z, w }) => ({
    loss: exponential('1', Z)(w),
    slope: ex`norm(${exponential('1', Z).gradient(w)})`,
    longest: ex`sqrt(max(diag(${Z}*${Z}')))`,
  }),
  conclude: ({ Z, q, loss, slope, longest }) => that`${loss}*min(${Z}*${q}) <= ${slope} <= ${loss}*${longest}`,
  derivation: ({ n, d, Z, w, q, loss, slope }) => {
    const e = ex`exp(-(${Z}*${w}))`;
    const g = ex`${Z}'*${e}`;
    return [
      by.positive(that`${e} > 0`),
      by.ring(that`${loss} = sum(${e})`),
      by.root(that`norm(${g}) = ${slope}`),
      ...aboveMargin(Z, e, q, n, d),
      ...belowLength(Z, e, n),
      by.lemma(
        { G: ex`norm(${g})`, N: ex`sum(${g}^2)`, L: ex`sum(${e})`, M: ex`max(diag(${Z}*${Z}'))` },
        {
          from: ({ G, N, L, M }) => [
            that`${G} >= 0`,
            that`${G}^2 = ${N}`,
            that`${N} <= ${M}*${L}^2`,
            that`${L} > 0`,
            that`${M} >= 0`,
          ],
          shows: ({ G, L, M }) => that`${G} <= ${L}*sqrt(${M})`,
          steps: ({ G, L, M }) => [
            by.ring(that`(${L}*sqrt(${M}))^2 = ${M}*${L}^2`),
            by.lemma(
              { G, r: ex`${L}*sqrt(${M})` },
              {
                from: ({ G, r }) => [that`${r} >= 0`, that`${G}^2 <= ${r}^2`],
                shows: ({ G, r }) => that`${G} <= ${r}`,
                steps: ({ G, r }) => by.contradiction(that`${G} <= ${r}`),
              },
            ),
          ],
        },
      ),
    ];
  },
});

/** Σe·min(Zq) ≤ ‖Zᵀe‖ for e > 0 and a unit vector q. */
export const aboveMargin = (Z: Expr, e: Expr, q: Expr, n: number, d: number) => {
  const [f, g] = [ex`${Z}*${q}`, ex`${Z}'*${e}`];
  return [
    leastOf(f, n),
    by.lemma(
      { e, f, k: ex`min(${f})` },
      {
        from: ({ e, f, k }) => [that`${e} > 0`, that`${k} <= ${f}`],
        shows: ({ e, f, k }) => that`sum(${e})*${k} <= sum(${e}*${f})`,
        steps: ({ e, f, k }) => by.positive(that`${e}*(${f} - ${k}) >= 0`),
      },
    ),
    cauchySchwarz(g, q, d),
    by.ring(that`sum(${g}*${q}) = sum(${e}*${f})`),
    by.root(that`norm(${q}) = 1`),
    by.lemma(
      {
        ...{ L: ex`sum(${e})`, k: ex`min(${f})`, s: ex`sum(${e}*${f})` },
        ...{ c: ex`sum(${g}*${q})`, G: ex`norm(${g})`, Q: ex`norm(${q})` },
      },
      {
        from: ({ L, k, s, c, G, Q }) => [
          that`${L}*${k} <= ${s}`,
          that`${c} = ${s}`,
          that`${c} <= ${G}*${Q}`,
          that`${Q} = 1`,
        ],
        shows: ({ L, k, G }) => that`${L}*${k} <= ${G}`,
        steps: ({ G, Q }) => by.rewrite(that`${G}*${Q} = ${G}`),
      },
    ),
  ];
};

/** ‖Zᵀe‖² ≤ (Σe)²·max ‖z_i‖² for e > 0: 2 z_i·z_j ≤ ‖z_i‖² + ‖z_j‖². */
export const belowLength = (Z: Expr, e: Expr, n: number) => {
  const lengths = ex`diag(${Z}*${Z}')`;
  return [
    mostOf(lengths, n),
    by.positive(that`max(${lengths}) >= 0`),
    by.lemma(
      { Z, e, R: ex`max(${lengths})` },
      {
        from: ({ Z, e, R }) => [that`diag(${Z}*${Z}') <= ${R}`, that`${e} > 0`],
        shows: ({ Z, e, R }) => that`sum((${Z}'*${e})^2) <= ${R}*sum(${e})^2`,
        steps: ({ Z, e, R }) =>
          pairs(n).flatMap(([i, j]) => {
            const gap = ex`${R} - sum(${Z.row(i)}*${Z.row(j)})`;
            return [
              by.positive(that`sum((${Z.row(i)} - ${Z.row(j)})^2) >= 0`),
              by.positive(that`${gap} >= 0`),
              by.positive(that`${e.at(i)}*${e.at(j)}*(${gap}) >= 0`),
            ];
          }),
      },
    ),
  ];
};

const pairs = (n: number) => [...Array(n).keys()].flatMap((i) => [...Array(n).keys()].map((j) => [i, j] as const));
