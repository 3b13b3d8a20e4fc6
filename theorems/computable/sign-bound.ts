import { and, by, type Expr, ex, implies, that } from 'counterflow';
import { productWithin } from '../_absolute.ts';
import encloses, { around, corners, difference, enclosing, least, most, products } from './sign-encloses.ts';

export default encloses.variant('computable/sign-bound', {
  says: 'With |u|, |v|, |x| ≤ B = 1 and error h = 2⁻ᵖ ≤ 1/2 the sign of f ≠ 0 is decided once 10(B + 1)²h < |f|.',
  status: 'theorem',
  notes: 'The enclosure is at most 10(B + 1)²h wide and contains f. For d coordinates: 10d(B + 1)².',
  conclude: ({ low, high, f, h }) => [
    that`${high} - ${low} <= 40*${h}`,
    implies(that`40*${h} < ${f}`, that`${low} > 0`),
    implies(that`40*${h} < -${f}`, that`${high} < 0`),
  ],
  // The middles are at most 3/2 in size, so ends of the squares are within 7h/2 of theirs, of the difference within 7h,
  // of the product within 14h + 9h/4.
  derivation: (all) => {
    const { u, v, x, a, b, c, h, low, high, f } = all;
    const [U, V, X] = [around(u, a, h), around(v, b, h), around(x, c, h)];
    const [m, n, k] = [ex`${u} + ${h}*${a}`, ex`${v} + ${h}*${b}`, ex`${x} + ${h}*${c}`];
    const [uu, vv] = [products(U, U), products(V, V)];
    const W = difference(uu, vv);
    const M = ex`${m}^2 - ${n}^2`;
    return [
      ...enclosing(all),
      ...[
        { z: u, e: a },
        { z: v, e: b },
        { z: x, e: c },
      ].map(({ z, e }) => by.lemma({ z, e, h }, middle)),
      ...[
        { m, Z: U },
        { m: n, Z: V },
      ].flatMap(({ m, Z }) => [
        by.lemma({ m, h, s: Z[0], r: Z[1] }, squares),
        near(corners(Z, Z), ex`${m}^2`, ex`7/2*${h}`),
      ]),
      by.lemma({ m, n, h, A: uu[0], B: uu[1], C: vv[0], D: vv[1] }, differences),
      ...W.map((w) => by.lemma({ w, M, k, h, s: X[0], r: X[1] }, ends)),
      near(corners(W, X), ex`${M}*${k}`, ex`20*${h}`),
      by.lemma(
        { l: low, r: high, z: ex`${M}*${k}`, h },
        {
          from: ({ l, r, z, h }) => [that`${z} - 20*${h} <= ${l}`, that`${r} <= ${z} + 20*${h}`],
          shows: ({ l, r, h }) => that`${r} - ${l} <= 40*${h}`,
        },
      ),
      by.assuming(
        that`40*${h} < ${f}`,
        by.lemma(
          { l: low, r: high, f, h },
          {
            from: ({ l, r, f, h }) => [that`40*${h} < ${f}`, that`${r} - ${l} <= 40*${h}`, that`${f} <= ${r}`],
            shows: ({ l }) => that`${l} > 0`,
          },
        ),
      ),
      by.assuming(
        that`40*${h} < -${f}`,
        by.lemma(
          { l: low, r: high, f, h },
          {
            from: ({ l, r, f, h }) => [that`40*${h} < -${f}`, that`${r} - ${l} <= 40*${h}`, that`${l} <= ${f}`],
            shows: ({ r }) => that`${r} < 0`,
          },
        ),
      ),
    ];
  },
});

type Middle = { readonly [N in 'z' | 'e' | 'h']: Expr };
const middle = {
  from: ({ z, e, h }: Middle) => [
    ...[z, e].flatMap((y) => [that`-1 <= ${y}`, that`${y} <= 1`]),
    that`${h} > 0`,
    that`${h} <= 1/2`,
  ],
  shows: ({ z, e, h }: Middle) => and(that`${z} + ${h}*${e} <= 3/2`, that`-3/2 <= ${z} + ${h}*${e}`),
  steps: ({ e, h }: Middle) => [by.positive(that`${h}*(1 - ${e}) >= 0`), by.positive(that`${h}*(1 + ${e}) >= 0`)],
};

type Squares = { readonly [N in 'm' | 'h' | 's' | 'r']: Expr };
/** All products of ends of [m − h, m + h] with each other are within 7h/2 of m². */
const squares = {
  from: ({ m, h, s, r }: Squares) => [
    that`${m} <= 3/2`,
    that`-3/2 <= ${m}`,
    that`${h} > 0`,
    that`${h} <= 1/2`,
    that`${s} = ${m} - ${h}`,
    that`${r} = ${m} + ${h}`,
  ],
  shows: ({ m, h, s, r }: Squares) => allWithin(corners([s, r], [s, r]), ex`${m}^2`, ex`7/2*${h}`),
  steps: ({ m, h, s, r }: Squares) => [
    by.positive(that`${h}*(3/2 - ${m}) >= 0`),
    by.positive(that`${h}*(3/2 + ${m}) >= 0`),
    by.positive(that`${h}*(1/2 - ${h}) >= 0`),
    by.positive(that`${h}^2 >= 0`),
    by.rewrite(that`${s}*${s} = ${m}^2 - 2*${m}*${h} + ${h}^2`),
    by.rewrite(that`${s}*${r} = ${m}^2 - ${h}^2`),
    by.rewrite(that`${r}*${s} = ${m}^2 - ${h}^2`),
    by.rewrite(that`${r}*${r} = ${m}^2 + 2*${m}*${h} + ${h}^2`),
  ],
};

type Differences = { readonly [N in 'm' | 'n' | 'h' | 'A' | 'B' | 'C' | 'D']: Expr };
const differences = {
  from: ({ m, n, h, A, B, C, D }: Differences) => [
    ...[m, n].flatMap((z) => [that`${z} <= 3/2`, that`-3/2 <= ${z}`]),
    ...[A, B].flatMap((z) => within(z, ex`${m}^2`, ex`7/2*${h}`)),
    ...[C, D].flatMap((z) => within(z, ex`${n}^2`, ex`7/2*${h}`)),
  ],
  shows: ({ m, n, h, A, B, C, D }: Differences) =>
    and(
      allWithin([ex`${A} - ${D}`, ex`${B} - ${C}`], ex`${m}^2 - ${n}^2`, ex`7*${h}`),
      that`${m}^2 - ${n}^2 <= 9/4`,
      that`-9/4 <= ${m}^2 - ${n}^2`,
    ),
  steps: ({ m, n }: Differences) =>
    [m, n].flatMap((z) => [by.positive(that`(3/2 - ${z})*(3/2 + ${z}) >= 0`), by.positive(that`${z}^2 >= 0`)]),
};

type EndsOf = { readonly [N in 'w' | 'M' | 'k' | 'h' | 's' | 'r']: Expr };
const ends = {
  from: ({ w, M, k, h, s, r }: EndsOf) => [
    ...within(w, M, ex`7*${h}`),
    that`${M} <= 9/4`,
    that`-9/4 <= ${M}`,
    that`${k} <= 3/2`,
    that`-3/2 <= ${k}`,
    that`${h} > 0`,
    that`${h} <= 1/2`,
    that`${s} = ${k} - ${h}`,
    that`${r} = ${k} + ${h}`,
  ],
  shows: ({ w, M, k, h, s, r }: EndsOf) => allWithin([ex`${w}*${s}`, ex`${w}*${r}`], ex`${M}*${k}`, ex`20*${h}`),
  steps: ({ w, M, k, h, s, r }: EndsOf) => [
    by.positive(that`${h}*(9/4 - ${M}) >= 0`),
    by.positive(that`${h}*(9/4 + ${M}) >= 0`),
    productWithin(ex`${w} - ${M}`, ex`7*${h}`, ex`${k} - ${h}`, ex`2`),
    productWithin(ex`${w} - ${M}`, ex`7*${h}`, ex`${k} + ${h}`, ex`2`),
    by.rewrite(that`${w}*${s} = ${M}*${k} - ${M}*${h} + (${w} - ${M})*(${k} - ${h})`),
    by.rewrite(that`${w}*${r} = ${M}*${k} + ${M}*${h} + (${w} - ${M})*(${k} + ${h})`),
  ],
};

const within = (z: Expr, M: Expr, K: Expr) => [that`${M} - ${K} <= ${z}`, that`${z} <= ${M} + ${K}`];
const allWithin = (zs: readonly Expr[], M: Expr, K: Expr) => {
  const [first, ...more] = zs.flatMap((z) => within(z, M, K));
  return and(first!, ...more);
};

/** What four numbers are within, their least and their largest are. */
const near = (zs: readonly Expr[], M: Expr, K: Expr) => {
  const [z0, z1, z2, z3] = zs as [Expr, Expr, Expr, Expr];
  const named = (all: { readonly [N in 'z0' | 'z1' | 'z2' | 'z3']: Expr }) => [all.z0, all.z1, all.z2, all.z3];
  return by.lemma(
    { z0, z1, z2, z3, M, K },
    {
      from: (all) => named(all).flatMap((z) => within(z, all.M, all.K)),
      shows: (all) => allWithin([least(named(all)), most(named(all))], all.M, all.K),
      steps: (all) =>
        [1, 2, 3].flatMap((i) =>
          [least, most].map((f) =>
            by.lemma({ p: f(named(all).slice(0, i)), q: named(all)[i]!, M: all.M, K: all.K }, pair),
          ),
        ),
    },
  );
};
type Pair = { readonly [N in 'p' | 'q' | 'M' | 'K']: Expr };
const pair = {
  from: ({ p, q, M, K }: Pair) => [p, q].flatMap((z) => within(z, M, K)),
  shows: ({ p, q, M, K }: Pair) => allWithin([ex`min(${p}, ${q})`, ex`max(${p}, ${q})`], M, K),
  steps: ({ p, q, M, K }: Pair) =>
    by.cases(allWithin([ex`min(${p}, ${q})`, ex`max(${p}, ${q})`], M, K), {
      between: [p, q],
      below: by.root(that`abs(${p} - ${q}) = ${q} - ${p}`),
      above: by.root(that`abs(${p} - ${q}) = ${p} - ${q}`),
    }),
};
