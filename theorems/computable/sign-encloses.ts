import { and, by, claim, type Expr, ex, real, that } from 'counterflow';
import { larger, smaller } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export const corners = (a: readonly Expr[], b: readonly Expr[]) => a.flatMap((x) => b.map((y) => ex`${x}*${y}`));
export const least = (all: readonly Expr[]) => all.reduce((a, b) => ex`min(${a}, ${b})`);
export const most = (all: readonly Expr[]) => all.reduce((a, b) => ex`max(${a}, ${b})`);

export type Ends = readonly [Expr, Expr];
export const around = (z: Expr, e: Expr, h: Expr): Ends => [ex`${z} + ${h}*${e} - ${h}`, ex`${z} + ${h}*${e} + ${h}`];
export const products = (a: Ends, b: Ends): Ends => [least(corners(a, b)), most(corners(a, b))];
export const difference = (a: Ends, b: Ends): Ends => [ex`${a[0]} - ${b[1]}`, ex`${a[1]} - ${b[0]}`];

export default claim('computable/sign-encloses', {
  says: 'Interval evaluation of (u² − v²)x from approximations encloses the value: a decided sign is right, and 0 stays in when the value is 0.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'Approximations with error h: u is known as p + hr, |r| ≤ 1, and so on.',
  reals: {
    u: real('[-1, 1]'),
    v: real('[-1, 1]'),
    x: real('[-1, 1]'),
    a: real('[-1, 1]'),
    b: real('[-1, 1]'),
    c: real('[-1, 1]'),
    h: real('(0, 1/2]', { scale: 'log' }),
  },
  where: ({ u, v, x, a, b, c, h }) => {
    const [U, V, X] = [around(u, a, h), around(v, b, h), around(x, c, h)];
    const [low, high] = products(difference(products(U, U), products(V, V)), X);
    return { low, high, f: ex`(${u}^2 - ${v}^2)*${x}` };
  },
  conclude: ({ low, high, f }) => that`${low} <= ${f} <= ${high}`,
  derivation: (all) => enclosing(all),
});

export type Parts = { readonly [N in 'u' | 'v' | 'x' | 'a' | 'b' | 'c' | 'h' | 'low' | 'high' | 'f']: Expr };
/** low ≤ f ≤ high. */
export const enclosing = ({ u, v, x, a, b, c, h, low, high, f }: Parts) => {
  const [U, V, X] = [around(u, a, h), around(v, b, h), around(x, c, h)];
  const square = ex`${u}*${u} - ${v}*${v}`;
  const inside = (z: Expr, e: Expr, [lo, hi]: Ends) => [
    by.positive(that`${h}*(1 - ${e}) >= 0`),
    by.positive(that`${h}*(1 + ${e}) >= 0`),
    by.positive(that`${lo} <= ${z}`),
    by.positive(that`${z} <= ${hi}`),
  ];
  const [uu, vv] = [products(U, U), products(V, V)];
  return [
    ...inside(u, a, U),
    ...inside(v, b, V),
    ...inside(x, c, X),
    productInside(u, U, u, U),
    productInside(v, V, v, V),
    by.lemma(
      { p: ex`${u}*${u}`, q: ex`${v}*${v}`, A: uu[0], B: uu[1], C: vv[0], D: vv[1] },
      {
        from: ({ p, q, A, B, C, D }) => [
          that`${A} <= ${p}`,
          that`${p} <= ${B}`,
          that`${C} <= ${q}`,
          that`${q} <= ${D}`,
        ],
        shows: ({ p, q, A, B, C, D }) => and(that`${A} - ${D} <= ${p} - ${q}`, that`${p} - ${q} <= ${B} - ${C}`),
      },
    ),
    productInside(square, difference(uu, vv), x, X),
    by.ring(that`${square}*${x} = ${f}`),
    by.lemma(
      { g: ex`${square}*${x}`, f, l: low, r: high },
      {
        from: ({ g, f, l, r }) => [that`${g} = ${f}`, that`${l} <= ${g}`, that`${g} <= ${r}`],
        shows: ({ f, l, r }) => and(that`${l} <= ${f}`, that`${f} <= ${r}`),
      },
    ),
  ];
};

/** The product of two numbers is between the least and the largest product of ends. */
const productInside = (p: Expr, [a, b]: Ends, q: Expr, [c, d]: Ends) =>
  by.lemma(
    { p, a, b, q, c, d },
    {
      from: ({ p, a, b, q, c, d }) => [that`${a} <= ${p}`, that`${p} <= ${b}`, that`${c} <= ${q}`, that`${q} <= ${d}`],
      shows: ({ p, a, b, q, c, d }) => {
        const [low, high] = products([a, b], [c, d]);
        return and(that`${low} <= ${p}*${q}`, that`${p}*${q} <= ${high}`);
      },
      steps: ({ p, a, b, q, c, d }) => {
        const [low, high] = products([a, b], [c, d]);
        const all = corners([a, b], [c, d]);
        return [
          ...all
            .slice(1)
            .flatMap((z, i) => [smaller(least(all.slice(0, i + 1)), z), larger(most(all.slice(0, i + 1)), z)]),
          ...all.flatMap((z) => [by.positive(that`${low} <= ${z}`), by.positive(that`${z} <= ${high}`)]),
          by.lemma({ p, a, b, q, c, d, M: high }, belowCorners),
          by.lemma({ p, a, b, q, c, d, M: low }, aboveCorners),
        ];
      },
    },
  );

type Named = { readonly [N in 'p' | 'a' | 'b' | 'q' | 'c' | 'd' | 'M']: Expr };
const between = ({ p, a, b, q, c, d }: Named) => [
  that`${a} <= ${p}`,
  that`${p} <= ${b}`,
  that`${c} <= ${q}`,
  that`${q} <= ${d}`,
];
/** At an end z of p the product zq is below M as those at the ends of q are; then at p itself, by the sign of q. */
const belowCorners = {
  from: (all: Named) => [
    ...between(all),
    ...corners([all.a, all.b], [all.c, all.d]).map((z) => that`${z} <= ${all.M}`),
  ],
  shows: ({ p, q, M }: Named) => that`${p}*${q} <= ${M}`,
  steps: ({ p, a, b, q, c, d, M }: Named) => [
    ...[a, b].map((z) =>
      by.cases(that`${z}*${q} <= ${M}`, {
        between: [z, 0],
        below: by.positive(that`-${z}*(${q} - ${c}) >= 0`),
        above: by.positive(that`${z}*(${d} - ${q}) >= 0`),
      }),
    ),
    by.cases(that`${p}*${q} <= ${M}`, {
      between: [q, 0],
      below: by.positive(that`(${p} - ${a})*-${q} >= 0`),
      above: by.positive(that`(${b} - ${p})*${q} >= 0`),
    }),
  ],
};
const aboveCorners = {
  from: (all: Named) => [
    ...between(all),
    ...corners([all.a, all.b], [all.c, all.d]).map((z) => that`${all.M} <= ${z}`),
  ],
  shows: ({ p, q, M }: Named) => that`${M} <= ${p}*${q}`,
  steps: ({ p, a, b, q, c, d, M }: Named) => [
    ...[a, b].map((z) =>
      by.cases(that`${M} <= ${z}*${q}`, {
        between: [z, 0],
        below: by.positive(that`-${z}*(${d} - ${q}) >= 0`),
        above: by.positive(that`${z}*(${q} - ${c}) >= 0`),
      }),
    ),
    by.cases(that`${M} <= ${p}*${q}`, {
      between: [q, 0],
      below: by.positive(that`(${b} - ${p})*-${q} >= 0`),
      above: by.positive(that`(${p} - ${a})*${q} >= 0`),
    }),
  ],
};
