import { and, by, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/near-orthogonal-kkt', {
  says: 'Two samples of opposite or equal labels: λ = K⁻¹1 gives a two-vector network with both margins exactly 1, if the signs match.',
  status: 'theorem',
  source: { ...frei2022, where: 'its KKT points, written out for two samples' },
  notes:
    'm₁ plus and m₂ minus neurons, f(x) = (m₁φ(v·x) − m₂φ(u·x))/m, φ(s) = max(γs, s). Label +1 has slopes (1, γ) in v and (γ, 1) in u. same = 1: both labels +1, same = 0: labels +1, −1.',
  sizes: { same: size(0, 1), m1: size(1, 2), m2: size(1, 2), d: size(2, 3) },
  reals: { x1: vector('d', '[-2, 2]'), x2: vector('d', '[-2, 2]'), gamma: real('[1/10, 1]') },
  where: ({ same, m1, m2, x1, x2, gamma }) => {
    const m = m1 + m2;
    const y2 = same === 1 ? ex`1` : ex`-1`;
    const [p2, q2] = same === 1 ? [ex`1`, gamma] : [gamma, ex`1`];
    const weight = (p: Expr, q: Expr) => ex`(${m1}*${p} + ${m2}*${q})/${m}`;
    const a = ex`sum(${x1}^2)*${weight(ex`1`, ex`${gamma}^2`)}`;
    const b = ex`${y2}*sum(${x1}*${x2})*${weight(p2, ex`${gamma}*${q2}`)}`;
    const c = ex`sum(${x2}^2)*${weight(ex`${p2}^2`, ex`${q2}^2`)}`;
    const det = ex`${a}*${c} - ${b}^2`;
    const [l1, l2] = [ex`(${c} - ${b})/${det}`, ex`(${a} - ${b})/${det}`];
    const v = ex`${l1}*${x1} + ${l2}*${y2}*${p2}*${x2}`;
    const u = ex`-${l1}*${gamma}*${x1} - ${l2}*${y2}*${q2}*${x2}`;
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    const f = (x: Expr) => ex`(${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x})))/${m}`;
    return {
      v,
      u,
      y2,
      p2,
      q2,
      det,
      l1,
      l2,
      signs: and(
        that`sum(${v}*${x1}) > 0`,
        that`sum(${u}*${x1}) < 0`,
        that`${y2}*sum(${v}*${x2}) > 0`,
        that`${y2}*sum(${u}*${x2}) < 0`,
      ),
      margin1: f(x1),
      margin2: ex`${y2}*${f(x2)}`,
    };
  },
  assume: ({ det, signs }) => [that`${det} > 0`, signs],
  conclude: ({ margin1, margin2 }) => [that`${margin1} = 1`, that`${margin2} = 1`],
  derivation: ({ same, m1, m2, x1, x2, gamma, v, u, y2, p2, q2, l1, l2, det, margin1, margin2 }) => {
    const at = (w: Expr, x: Expr) => ex`sum(${w}*${x})`;
    const m = m1 + m2;
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    const [on, off] = same === 1 ? [at(v, x2), at(u, x2)] : [at(u, x2), at(v, x2)];
    const [p, q] = same === 1 ? [ex`1`, gamma] : [gamma, ex`1`];
    const second = ex`${y2}*((${m1}*${p}*${at(v, x2)} - ${m2}*${q}*${at(u, x2)})/${m})`;
    return [
      active(at(v, x1), gamma),
      passive(at(u, x1), gamma),
      active(on, gamma),
      passive(off, gamma),
      ...[
        [margin1, at(v, x1), at(u, x1), ex`1`, gamma],
        [margin2, at(v, x2), at(u, x2), ...(same === 1 ? [ex`1`, gamma] : [gamma, ex`1`])],
      ].map(([M, p, q, a, b]) =>
        by.lemma(
          { M: M!, ...{ p: p!, q: q!, a: a!, b: b!, y: M === margin2 ? y2 : ex`1` }, ...{ f: phi(p!), h: phi(q!) } },
          {
            from: ({ M, p, q, a, b, f, h, y }) => [
              that`${f} = ${a}*${p}`,
              that`${h} = ${b}*${q}`,
              that`${M} = ${y}*((${m1}*${f} - ${m2}*${h})/${m})`,
            ],
            shows: ({ M, p, q, a, b, y }) => that`${M} = ${y}*((${m1}*${a}*${p} - ${m2}*${b}*${q})/${m})`,
          },
        ),
      ),
      // The products with the samples, by λ and the Gram matrix of the samples.
      ...[
        [v, p2, ex`1`],
        [u, ex`-${q2}`, ex`-${gamma}`],
      ].flatMap(([w, far, near]) =>
        [x1, x2].map((x) =>
          by.lemma(
            { l1, l2, x1, x2, f: ex`${y2}*${far!}`, k: near!, x, w: w! },
            {
              from: ({ l1, l2, x1, x2, f, k, w }) => that`${w} = ${k}*${l1}*${x1} + ${l2}*${f}*${x2}`,
              shows: ({ l1, l2, x1, x2, f, k, x, w }) =>
                that`sum(${w}*${x}) = ${k}*${l1}*sum(${x1}*${x}) + ${l2}*${f}*sum(${x2}*${x})`,
            },
          ),
        ),
      ),
      by.ring(that`sum(${x2}*${x1}) = sum(${x1}*${x2})`),
      by.lemma(
        {
          ...{ S: ex`sum(${x1}^2)`, R: ex`sum(${x2}^2)`, D: ex`sum(${x1}*${x2})`, g: gamma, K: det, l1, l2 },
          ...{ a: at(v, x1), b: at(u, x1), c: at(v, x2), d: at(u, x2) },
        },
        solved(same, m1, m2),
      ),
      ...[
        [margin1, ex`1*((${m1}*1*${at(v, x1)} - ${m2}*${gamma}*${at(u, x1)})/${m})`],
        [margin2, second],
      ].map(([M, e]) =>
        by.lemma(
          { M: M!, e: e! },
          { from: ({ M, e }) => [that`${M} = ${e}`, that`${e} = 1`], shows: ({ M }) => that`${M} = 1` },
        ),
      ),
    ];
  },
});

type Solved = { readonly [N in 'S' | 'R' | 'D' | 'g' | 'K' | 'l1' | 'l2' | 'a' | 'b' | 'c' | 'd']: Expr };
/** Kλ = 1 in both rows, with the entries of K. */
const solved = (same: number, m1: number, m2: number) => {
  const m = m1 + m2;
  const rows = ({ S, R, D, g }: Solved) =>
    same === 1
      ? ([
          ex`${S}*(${m1} + ${m2}*${g}^2)/${m}`,
          ex`${D}*(${m1} + ${m2}*${g}^2)/${m}`,
          ex`${R}*(${m1} + ${m2}*${g}^2)/${m}`,
        ] as const)
      : ([ex`${S}*(${m1} + ${m2}*${g}^2)/${m}`, ex`-${D}*${g}`, ex`${R}*(${m1}*${g}^2 + ${m2})/${m}`] as const);
  const y2 = same === 1 ? 1 : -1;
  return {
    from: (z: Solved) => {
      const [p, q, r] = rows(z);
      const { S, R, D, g, K, l1, l2, a, b, c, d } = z;
      const [far, near] = same === 1 ? [ex`1`, g] : [g, ex`1`];
      return [
        that`${K} > 0`,
        that`${K} = ${p}*${r} - (${q})^2`,
        that`${l1} = (${r} - (${q}))/${K}`,
        that`${l2} = (${p} - (${q}))/${K}`,
        that`${a} = ${l1}*${S} + ${l2}*(${y2}*${far})*${D}`,
        that`${c} = ${l1}*${D} + ${l2}*(${y2}*${far})*${R}`,
        that`${b} = -${g}*${l1}*${S} + ${l2}*(${y2}*-${near})*${D}`,
        that`${d} = -${g}*${l1}*${D} + ${l2}*(${y2}*-${near})*${R}`,
      ];
    },
    shows: ({ g, a, b, c, d }: Solved) => {
      const [p, q] = same === 1 ? [ex`1`, g] : [g, ex`1`];
      return and(
        that`1*((${m1}*1*${a} - ${m2}*${g}*${b})/${m}) = 1`,
        that`${y2}*((${m1}*${p}*${c} - ${m2}*${q}*${d})/${m}) = 1`,
      );
    },
    steps: (z: Solved) => {
      const [p, q, r] = rows(z);
      return [
        by.rewrite(that`${z.l1}*${z.K} = ${r} - (${q})`),
        by.rewrite(that`${z.l2}*${z.K} = ${p} - (${q})`),
        by.rewrite(that`${p}*${z.l1} + (${q})*${z.l2} = 1`),
        by.rewrite(that`(${q})*${z.l1} + ${r}*${z.l2} = 1`),
      ];
    },
  };
};

/** max(γs, s) is s for s > 0 and γs for s < 0. */
export const active = (s: Expr, gamma: Expr) =>
  by.lemma(
    { s, g: gamma },
    {
      from: ({ s, g }) => [that`${s} > 0`, that`${g} <= 1`],
      shows: ({ s, g }) => that`max(${g}*${s}, ${s}) = ${s}`,
      steps: ({ s, g }) => [
        by.positive(that`${s}*(1 - ${g}) >= 0`),
        by.root(that`abs(${g}*${s} - ${s}) = ${s}*(1 - ${g})`),
      ],
    },
  );
export const passive = (s: Expr, gamma: Expr) =>
  by.lemma(
    { s, g: gamma },
    {
      from: ({ s, g }) => [that`${s} < 0`, that`${g} <= 1`],
      shows: ({ s, g }) => that`max(${g}*${s}, ${s}) = ${g}*${s}`,
      steps: ({ s, g }) => [
        by.positive(that`-${s}*(1 - ${g}) >= 0`),
        by.root(that`abs(${g}*${s} - ${s}) = -${s}*(1 - ${g})`),
      ],
    },
  );
