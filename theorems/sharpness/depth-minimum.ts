import { by, claim, constant, type Expr, ex, matrix, product, size, sum, that } from 'counterflow';
import { mulayoff2020 } from '../_papers.ts';
import { means, roots } from '../margin/factor-norm.ts';

export default claim('sharpness/depth-minimum', {
  says: 'Depth L: among all factorisations of w, Σ_l ∏_{k≠l} w_k² ≥ L|w|^{2−2/L}, the least sharpness per coordinate.',
  status: 'theorem',
  source: { ...mulayoff2020, where: 'its flat minima; the diagonal form is ours' },
  notes:
    'Untied layers w = w₁∘…∘w_L (rows of W); at an interpolator the sharpness is λ_max(X diag(left side) Xᵀ)/n. Equality iff balanced. A tied w = u^L has L² instead of L.',
  sizes: { L: size(2, 4), d: size(1, 2) },
  reals: { W: matrix('L', 'd', '[-2, 2]') },
  constants: { c: constant('1', { to: '2' }) },
  where: ({ L, W }) => ({ w: product(L, (l) => W.row(l)), D: sum(L, (l) => without(L, l, (k) => ex`${W.row(k)}^2`)) }),
  conclude: ({ L, w, D, c }) => that`${D} >= ${c}*${L}*abs(${w})^(2 - 2/${L})`,
  derivation: ({ L, d, W }) => [...Array(d).keys()].map((j) => by.lemma({ a: ex`${W}'`.row(j) }, column(L))),
});

/** The product over all layers but one. */
const without = (L: number, l: number, f: (k: number) => Expr) =>
  product(
    [...Array(L).keys()].filter((k) => k !== l),
    f,
  );
/** The means of the products without one layer, each as a power of the roots. */
const column = (L: number) => {
  const sides = (a: Expr) => {
    const all = product(L, (l) => a.at(l));
    return { all, D: sum(L, (l) => without(L, l, (k) => ex`${a.at(k)}^2`)) };
  };
  return {
    shows: ({ a }: { readonly a: Expr }) => that`${L}*abs(${sides(a).all})^(2 - 2/${L}) <= ${sides(a).D}`,
    steps: ({ a }: { readonly a: Expr }) => {
      const { c, root, steps } = roots(a, L);
      const P = [...Array(L).keys()].map((l) => without(L, l, (k) => (L === 3 ? ex`${c[k]!}^2` : c[k]!)));
      const power = ex`abs(${sides(a).all})^(2 - 2/${L})`;
      return [
        ...steps,
        by.ring(that`${power} = ${root}^(${L === 2 ? 1 : L === 3 ? 4 : 3})`),
        by.positive(that`${means(P)} >= 0`),
        by.rewrite(that`${power} = ${product(P, (x) => x)}`),
        by.rewrite(that`${sides(a).D} - ${L}*${power} = ${means(P)}`),
      ];
    },
  };
};
