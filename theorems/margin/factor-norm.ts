import { by, claim, type Expr, ex, matrix, product, size, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/factor-norm', {
  says: 'Σ ‖w_l‖² ≥ L Σ_j |w_j|^{2/L} over all factorisations w = w₁∘…∘w_L: weight decay at depth L is an ℓ_{2/L} penalty.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'Layers are the rows of W; equality iff they agree in absolute value.',
  sizes: { L: size(1, 4), d: size(1, 3) },
  reals: { W: matrix('L', 'd', '[-2, 2]') },
  where: ({ L, W }) => ({ w: product(L, (l) => W.row(l)) }),
  conclude: ({ L, W, w }) => that`norm(${W})^2 >= ${L}*sum(abs(${w})^(2/${L}))`,
  derivation: ({ L, d, W }) => [...Array(d).keys()].map((j) => by.lemma({ a: ex`${W}'`.row(j) }, column(L))),
});

/** a + … ≥ L·(∏ …)^{1/L} for a = Pᴸ: sums of squares. */
export const means = (P: readonly Expr[]) => {
  const [p, q, r, s] = P as [Expr, Expr, Expr, Expr];
  if (P.length === 1) return ex`0`;
  if (P.length === 2) return ex`(${p} - ${q})^2`;
  if (P.length === 3) return ex`(${p} + ${q} + ${r})*((${p} - ${q})^2 + (${q} - ${r})^2 + (${r} - ${p})^2)/2`;
  return ex`(${p}^2 - ${q}^2)^2 + (${r}^2 - ${s}^2)^2 + 2*(${p}*${q} - ${r}*${s})^2`;
};

/** Roots of the absolute values: c_l = |a_l|^{1/3} for three, |a_l|^{1/2} for four, |a_l| for fewer, and the same of the product. */
export const roots = (a: Expr, L: number) => {
  const layers = [...Array(L).keys()];
  const all = product(L, (l) => a.at(l));
  const root = (x: Expr) => (L < 3 ? ex`abs(${x})` : L === 3 ? ex`abs(${x})^(1/3)` : ex`sqrt(abs(${x}))`);
  const c = layers.map((l) => root(a.at(l)));
  return {
    c,
    root: root(all),
    steps: [
      by.root(that`abs(${all}) = ${product(L, (l) => ex`abs(${a.at(l)})`)}`),
      ...(L < 3 ? [] : [by.root(that`${root(all)} = ${product(c, (x) => x)}`)]),
    ],
  };
};

const column = (L: number) => ({
  shows: ({ a }: { readonly a: Expr }) => that`${L}*abs(${product(L, (l) => a.at(l))})^(2/${L}) <= sum(${a}^2)`,
  steps: ({ a }: { readonly a: Expr }) => {
    const { c, root, steps } = roots(a, L);
    const P = L === 3 ? c.map((x) => ex`${x}^2`) : c;
    const power = L < 4 ? ex`abs(${product(L, (l) => a.at(l))})^(2/${L})` : root;
    return [
      ...steps,
      by.positive(that`${means(P)} >= 0`),
      ...(L === 1 ? [] : [by.rewrite(that`${L}*${power} = ${L}*${product(P, (x) => x)}`)]),
      by.rewrite(that`sum(${a}^2) - ${L}*${power} = ${means(P)}`),
    ];
  },
});
