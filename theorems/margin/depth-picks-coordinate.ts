import { by, claim, type Expr, ex, real, size, sum, that } from 'counterflow';
import { smaller } from '../_absolute.ts';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-picks-coordinate', {
  says: 'L ≥ 3 layers at α, one sample: if x₁α₁^{L−2} > x₂α₂^{L−2} the second weight stays below a constant while the first blows up.',
  status: 'theorem',
  source: { ...moroshko2020, where: 'its deep model; which coordinate wins is computed here' },
  notes:
    'Exponential loss, untied layers, w_i = u_i^L with u_i^{2−L} = α_i^{2−L} − (L−2)x_iν, up to the blow-up (left: the share of it that remains); the bound is (α₂^{2−L}(1 − θ))^{−L/(L−2)} with θ = x₂α₂^{L−2}/(x₁α₁^{L−2}).',
  sizes: { L: size(3, 5) },
  reals: {
    x1: real('[1/4, 2]'),
    x2: real('[1/4, 2]'),
    a1: real('[1/100, 1]'),
    a2: real('[1/100, 1]'),
    left: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ L, x1, x2, a1, a2, left }) => {
    const end = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L})/((${L} - 2)*${x})`;
    const nu = ex`(1 - ${left})*min(${end(x1, a1)}, ${end(x2, a2)})`;
    const base = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L}) - (${L} - 2)*${x}*${nu}`;
    const weight = (b: typeof x1) => ex`${b}^(-${L}/(${L} - 2))`;
    const theta = ex`${x2}*${a2}^(${L} - 2)/(${x1}*${a1}^(${L} - 2))`;
    return {
      first: base(x1, a1),
      second: base(x2, a2),
      theta,
      w1: weight(base(x1, a1)),
      w2: weight(base(x2, a2)),
      bound: weight(ex`${a2}^(2 - ${L})*(1 - ${theta})`),
    };
  },
  assume: ({ first, second, theta }) => [that`${first} > 0`, that`${second} > 0`, that`${theta} < 1`],
  conclude: ({ w2, bound }) => that`${w2} <= ${bound}`,
  // ν is before the blow-up of the first weight, so the second base is at least α₂^{2−L}(1 − θ); powers −L/(L − 2) fall.
  // ν is before the blow-up of the first weight, so the second base is at least α₂^{2−L}(1 − θ); powers −L/(L − 2) fall.
  derivation: ({ L, x1, x2, a1, a2, left, second, theta }) => {
    const end = (x: typeof x1, a: typeof a1) => ex`${a}^(2 - ${L})/((${L} - 2)*${x})`;
    const ends = [end(x1, a1), end(x2, a2)] as const;
    const low = ex`${a2}^(2 - ${L})*(1 - ${theta})`;
    return [
      by.positive(that`${ends[0]} > 0`),
      by.positive(that`${ends[1]} > 0`),
      smaller(ends[0], ends[1]),
      by.lemma(
        { p: ends[0], q: ends[1], s: left, m: ex`min(${ends[0]}, ${ends[1]})` },
        {
          from: ({ p, q, s, m }) => [
            that`${p} > 0`,
            that`${q} > 0`,
            that`${s} > 0`,
            that`${s} <= 1`,
            that`${m} = min(${p}, ${q})`,
            that`${p} - ${m} >= 0`,
          ],
          shows: ({ p, s, m }) => that`(1 - ${s})*${m} <= ${p}`,
          steps: ({ p, s, m }) => [by.positive(that`${s}*${p} >= 0`), by.positive(that`(1 - ${s})*(${p} - ${m}) >= 0`)],
        },
      ),
      by.lemma(
        { v: ex`(1 - ${left})*min(${ends[0]}, ${ends[1]})`, p: ends[0], x: x2 },
        {
          from: ({ v, p, x }) => [that`${v} <= ${p}`, that`${x} > 0`],
          shows: ({ v, p, x }) => that`(${L} - 2)*${x}*${v} <= (${L} - 2)*${x}*${p}`,
          steps: ({ v, p, x }) => by.positive(that`(${L} - 2)*${x}*(${p} - ${v}) >= 0`),
        },
      ),
      by.ring(that`(${L} - 2)*${x2}*${ends[0]} = ${a2}^(2 - ${L})*${theta}`),
      by.positive(that`1 - ${theta} > 0`),
      by.positive(that`${low} > 0`),
      by.positive(that`${low} <= ${second}`),
      fallingPower(low, second, L),
    ];
  },
});

/** 0 < x ≤ y gives y^(−L/(L − 2)) ≤ x^(−L/(L − 2)), by whole powers of x or of its cube root. */
const fallingPower = (x: Expr, y: Expr, L: number) => {
  const [k, q] = L === 4 ? [2, 1] : [L, L - 2];
  return by.lemma(
    { x, y },
    {
      from: ({ x, y }) => [that`${x} > 0`, that`${x} <= ${y}`],
      shows: ({ x, y }) => that`${y}^(-${L}/(${L} - 2)) <= ${x}^(-${L}/(${L} - 2))`,
      steps: ({ x, y }) => {
        const [r, s] = [x, y].map((z) => (q === 1 ? z : ex`${z}^(1/${q})`)) as [Expr, Expr];
        return [
          by.positive(that`${y} > 0`),
          by.ring(that`${r}^${q} = ${x}`),
          by.ring(that`${s}^${q} = ${y}`),
          by.lemma({ r, s }, rootsOrdered(q)),
          by.lemma({ r, s }, inversePowers(k)),
          by.ring(that`${x}^(-${L}/(${L} - 2)) = 1/${r}^${k}`),
          by.ring(that`${y}^(-${L}/(${L} - 2)) = 1/${s}^${k}`),
        ];
      },
    },
  );
};

type Two = { readonly r: Expr; readonly s: Expr };
/** s^k − r^k = (s − r) Σ s^i r^{k−1−i}. */
const quotient = (r: Expr, s: Expr, k: number) => sum(k, (i) => ex`${s}^${i}*${r}^${k - 1 - i}`);
const rootsOrdered = (q: number) => ({
  from: ({ r, s }: Two) => [that`${r} > 0`, that`${s} > 0`, that`${r}^${q} <= ${s}^${q}`],
  shows: ({ r, s }: Two) => that`${r} <= ${s}`,
  steps: ({ r, s }: Two) =>
    by.contradiction(that`${r} <= ${s}`, [
      by.positive(that`${quotient(r, s, q)} > 0`),
      by.positive(that`(${r} - ${s})*(${quotient(r, s, q)}) > 0`),
    ]),
});
const inversePowers = (k: number) => ({
  from: ({ r, s }: Two) => [that`${r} > 0`, that`${s} > 0`, that`${r} <= ${s}`],
  shows: ({ r, s }: Two) => that`1/${s}^${k} <= 1/${r}^${k}`,
  steps: ({ r, s }: Two) => [
    by.positive(that`(${quotient(r, s, k)})/(${r}^${k}*${s}^${k}) > 0`),
    by.positive(that`(${s} - ${r})*((${quotient(r, s, k)})/(${r}^${k}*${s}^${k})) >= 0`),
    by.ring(that`1/${r}^${k} - 1/${s}^${k} = (${s} - ${r})*((${quotient(r, s, k)})/(${r}^${k}*${s}^${k}))`),
  ],
});
