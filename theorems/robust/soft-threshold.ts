import { and, by, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';
import { cauchySchwarz } from '../_steps.ts';

export default claim('robust/soft-threshold', {
  says: 'One sample z: z·w − ε‖w‖₁ ≤ ‖S‖₂‖w‖₂ with the soft threshold S = S_ε(z), and w = S attains it.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'ℓ∞ attacks against ℓ2 geometry; the closed form is ours' },
  notes: 'S_ε(z) = max(z − ε, 0) − max(−z − ε, 0). So robust training changes the direction, not only the length.',
  sizes: { d: size(1, 4) },
  reals: { z: vector('d', '[-2, 2]'), w: vector('d', '[-2, 2]'), epsilon: real('[0, 2]') },
  where: ({ z, epsilon }) => ({ S: ex`max(${z} - ${epsilon}, 0) - max(-${z} - ${epsilon}, 0)` }),
  conclude: ({ z, w, epsilon, S }) => [
    that`sum(${z}*${w}) - ${epsilon}*norm1(${w}) <= norm(${S})*norm(${w})`,
    that`sum(${z}*${S}) - ${epsilon}*norm1(${S}) = norm(${S})^2`,
  ],
  derivation: ({ d, z, w, epsilon, S }) => [
    by.lemma({ z, w, e: epsilon }, { entries: true, ...coordinate }),
    cauchySchwarz(S, w, d),
    by.ring(that`norm(${S})^2 = sum(${S}^2)`),
    by.lemma(
      { p: ex`${z}*${w}`, q: ex`abs(${w})`, r: ex`${S}*${w}`, e: epsilon, M: ex`norm(${S})*norm(${w})` },
      {
        from: ({ p, q, r, e, M }) => [that`${p} - ${e}*${q} <= ${r}`, that`sum(${r}) <= ${M}`],
        shows: ({ p, q, e, M }) => that`sum(${p}) - ${e}*sum(${q}) <= ${M}`,
      },
    ),
    by.lemma(
      { p: ex`${z}*${S}`, q: ex`abs(${S})`, r: ex`${S}^2`, e: epsilon, N: ex`norm(${S})^2` },
      {
        from: ({ p, q, r, e, N }) => [that`${p} - ${e}*${q} = ${r}`, that`${N} = sum(${r})`],
        shows: ({ p, q, e, N }) => that`sum(${p}) - ${e}*sum(${q}) = ${N}`,
      },
    ),
  ],
});

type Point = { readonly z: Expr; readonly w: Expr; readonly e: Expr };
const shrunk = ({ z, e }: Point) => ex`max(${z} - ${e}, 0) - max(-${z} - ${e}, 0)`;
/** zw − ε|w| ≤ Sw and zS − ε|S| = S²: z above ε, below −ε, or between. */
const coordinate = {
  from: ({ e }: Point) => that`${e} >= 0`,
  shows: (all: Point) =>
    and(
      that`${all.z}*${all.w} - ${all.e}*abs(${all.w}) <= (${shrunk(all)})*${all.w}`,
      that`${all.z}*(${shrunk(all)}) - ${all.e}*abs(${shrunk(all)}) = (${shrunk(all)})^2`,
    ),
  steps: (all: Point) => {
    const { z, w, e } = all;
    const S = shrunk(all);
    const value = (up: Expr, down: Expr, s: Expr, size: Expr) => [
      by.root(that`abs(${z} - ${e} - 0) = ${up}`),
      by.root(that`abs(-${z} - ${e} - 0) = ${down}`),
      by.rewrite(that`${S} = ${s}`),
      by.root(that`abs(${S}) = ${size}`),
    ];
    const inThree = (s: ReturnType<typeof that>, end: (x: Expr) => readonly ReturnType<typeof by.positive>[]) =>
      by.cases(s, {
        between: [z, e],
        below: by.cases(s, {
          between: [z, ex`-${e}`],
          below: [
            ...value(ex`${e} - ${z}`, ex`-${z} - ${e}`, ex`${z} + ${e}`, ex`-(${z} + ${e})`),
            ...end(ex`${z} + ${e}`),
          ],
          above: [...value(ex`${e} - ${z}`, ex`${z} + ${e}`, ex`0`, ex`0`), ...end(ex`0`)],
        }),
        above: [...value(ex`${z} - ${e}`, ex`${z} + ${e}`, ex`${z} - ${e}`, ex`${z} - ${e}`), ...end(ex`${z} - ${e}`)],
      });
    return [
      by.contradiction(that`${w} <= abs(${w})`),
      by.contradiction(that`-${w} <= abs(${w})`),
      inThree(that`${z}*${w} - ${e}*abs(${w}) <= (${S})*${w}`, (s) => [
        by.positive(that`${z}*${w} - ${e}*abs(${w}) <= (${s})*${w}`),
        by.rewrite(that`(${S})*${w} = (${s})*${w}`),
      ]),
      inThree(that`${z}*(${S}) - ${e}*abs(${S}) = (${S})^2`, () => []),
    ];
  },
};
