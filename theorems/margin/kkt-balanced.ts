import { and, by, claim, type Expr, each, ex, matrix, product, sign, size, that, vector } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/kkt-balanced', {
  says: 'Balanced layers with the dual h = sign(w)|w|^{2/L−1} are KKT points of weight decay under margin constraints.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes:
    'w = w₁∘…∘w_L, layers are the rows of S scaled by r > 0; KKT: w_l = h∘∏_{k≠l} w_k with h = Zᵀα. So at depth L the ℓ_{2/L} problem has the same stationary points.',
  sizes: { L: size(2, 4), d: size(1, 2) },
  reals: { S: matrix('L', 'd', sign()), r: vector('d', '(0, 2]') },
  where: ({ L, S, r }) => {
    const layer = (l: number) => ex`${S.row(l)}*${r}`;
    const others = (l: number) =>
      product(
        [...Array(L).keys()].filter((k) => k !== l),
        layer,
      );
    const w = product(L, layer);
    return { layer, others, w, h: ex`${w}/abs(${w})*abs(${w})^(2/${L} - 1)` };
  },
  conclude: ({ L, layer, others, w, h }) => [
    each(L, (l) => that`${layer(l)} = ${h}*${others(l)}`),
    that`${w}*${h} = abs(${w})^(2/${L})`,
  ],
  derivation: ({ L, d, S, r }) =>
    [...Array(d).keys()].map((j) => by.lemma({ S: ex`${S}'`.row(j), r: r.at(j) }, column(L))),
});

type Column = { readonly S: Expr; readonly r: Expr };
/** One coordinate: |w| = r^L, so that h = w/r^{2L−2}, and the product of the others has the square r^{2L−2}. */
const column = (L: number) => {
  const parts = ({ S, r }: Column) => {
    const layer = (l: number) => ex`${S.at(l)}*${r}`;
    const others = (l: number) =>
      product(
        [...Array(L).keys()].filter((k) => k !== l),
        layer,
      );
    const w = product(L, layer);
    return { layer, others, w, h: ex`${w}/abs(${w})*abs(${w})^(2/${L} - 1)` };
  };
  return {
    from: ({ S, r }: Column) => [that`${S}^2 = 1`, that`${r} > 0`],
    shows: (all: Column) => {
      const { layer, others, w, h } = parts(all);
      return and(
        each(L, (l) => that`${layer(l)} = ${h}*${others(l)}`),
        that`${w}*${h} = abs(${w})^(2/${L})`,
      );
    },
    steps: (all: Column) => {
      const { S, r } = all;
      const { layer, others, w, h } = parts(all);
      const root = L === 2 ? ex`1` : L === 3 ? ex`abs(${w})^(1/3)` : ex`sqrt(abs(${w}))`;
      return [
        ...[...Array(L).keys()].map((l) => by.lemma({ s: S.at(l), r }, square)),
        ...squares([...Array(L).keys()].map(layer), r, w),
        by.positive(that`${r}^${L} > 0`),
        by.root(that`abs(${w}) = ${r}^${L}`),
        by.positive(that`abs(${w}) > 0`),
        ...(L === 2 ? [] : [by.root(that`${root} = ${r}^(${L} - 2)`)]),
        by.rewrite(that`abs(${w})^(2/${L} - 1) = 1/${r}^(${L} - 2)`),
        by.rewrite(that`abs(${w})^(2/${L}) = ${r}^2`),
        by.lemma(
          { w, a: ex`abs(${w})`, b: ex`abs(${w})^(2/${L} - 1)`, r },
          {
            from: ({ a, b, r }) => [
              that`${r} > 0`,
              that`${a} > 0`,
              that`${a} = ${r}^${L}`,
              that`${b} = 1/${r}^(${L} - 2)`,
            ],
            shows: ({ w, a, b, r }) => that`${w}/${a}*${b} = ${w}/${r}^(2*${L} - 2)`,
          },
        ),
        ...[...Array(L).keys()].flatMap((l) => [
          ...squares([...Array(L).keys()].filter((k) => k !== l).map(layer), r, others(l)),
          by.lemma(
            { x: layer(l), o: others(l), w, h, r },
            {
              from: ({ x, o, w, h, r }) => [
                that`${r} > 0`,
                that`${h} = ${w}/${r}^(2*${L} - 2)`,
                that`${w} = ${x}*${o}`,
                that`${o}^2 = (${r}^(${L} - 1))^2`,
              ],
              shows: ({ x, o, h }) => that`${x} = ${h}*${o}`,
              steps: ({ x, o, h, r }) => [
                by.rewrite(that`${h}*${o} = ${x}*${o}^2/${r}^(2*${L} - 2)`),
                by.rewrite(that`${x}*${o}^2/${r}^(2*${L} - 2) = ${x}`),
                by.rewrite(that`${h}*${o} = ${x}`),
              ],
            },
          ),
        ]),
        by.lemma(
          { w, h, r, a: ex`abs(${w})^(2/${L})` },
          {
            from: ({ w, h, r, a }) => [
              that`${r} > 0`,
              that`${h} = ${w}/${r}^(2*${L} - 2)`,
              that`${w}^2 = (${r}^${L})^2`,
              that`${a} = ${r}^2`,
            ],
            shows: ({ w, h, a }) => that`${w}*${h} = ${a}`,
            steps: ({ w, h, r }) => [
              by.rewrite(that`${w}*${h} = ${w}^2/${r}^(2*${L} - 2)`),
              by.rewrite(that`${w}^2/${r}^(2*${L} - 2) = ${r}^2`),
            ],
          },
        ),
      ];
    },
  };
};
const square = {
  from: ({ s }: { readonly s: Expr }) => that`${s}^2 = 1`,
  shows: ({ s, r }: { readonly s: Expr; readonly r: Expr }) => that`(${s}*${r})^2 = ${r}^2`,
};
/** Factors of squared length r² have a product of squared length r^{2n}. */
const squares = (factors: readonly Expr[], r: Expr, all: Expr) => {
  const names = Object.fromEntries(factors.map((f, k) => [`f${k}`, f]));
  type Names = { readonly [name: string]: Expr };
  const of = (put: Names) => factors.map((_, k) => put[`f${k}`]!);
  return [
    by.lemma({ ...names, r } as Names, {
      from: (put: Names) => of(put).map((f) => that`${f}^2 = ${put.r!}^2`),
      shows: (put: Names) => that`${product(of(put), (f) => f)}^2 = (${put.r!}^${factors.length})^2`,
    }),
    by.ring(that`${all}^2 = ${product(factors, (f) => f)}^2`),
    by.rewrite(that`${all}^2 = (${r}^${factors.length})^2`),
  ];
};
