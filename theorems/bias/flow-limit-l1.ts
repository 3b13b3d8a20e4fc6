import { and, by, claim, type Expr, ex, matrix, real, size, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';
import { convexity, q } from '../potential/hyperbolic-convex.ts';
import { fenchel } from '../potential/hyperbolic-fenchel.ts';

/** Entries of X'λ, of w/α² = 2 sinh X'λ and of z/α². */
type Entry = { readonly [N in 's' | 'W' | 'Z']: Expr };
/** q is at W on its tangent of slope s, at Z above it. */
export const tangent = {
  entries: true,
  from: ({ s, W }: Entry) => that`${W} = 2*sinh(${s})`,
  shows: ({ s, W, Z }: Entry) =>
    and(that`${q(W)} = ${s}*${W} - 2*(cosh(${s}) - 1)`, that`${q(Z)} + 2*(cosh(${s}) - 1) - ${s}*${Z} >= 0`),
  steps: ({ s, W, Z }: Entry) => [
    by.law('sinhExp', s),
    by.law('coshExp', s),
    by.law('expNeg', s),
    by.law('asinhSinh', s),
    by.ring(that`asinh(${W}/2) = asinh(${W}/2)`),
    by.rewrite(that`asinh(${W}/2) = ${s}`),
    by.root(that`sqrt(4 + ${W}^2) = 2*cosh(${s})`),
    by.rewrite(that`${q(W)} = ${s}*${W} - 2*(cosh(${s}) - 1)`),
    ...fenchel({ z: Z, s }),
  ],
};

/** z = w + sa with a orthogonal to l gives Σ l z/A = Σ l w/A. */
export const orthogonal = (l: Expr, a: Expr, s: Expr, w: Expr, z: Expr, A: Expr) => [
  by.ring(that`sum(${l}*${a}) = 0`),
  by.lemma(
    { l, a, s, w, z, A },
    {
      from: ({ l, a, s, w, z, A }) => [that`${A} > 0`, that`sum(${l}*${a}) = 0`, that`${z} = ${w} + ${s}*${a}`],
      shows: ({ l, w, z, A }) => that`sum(${l}*(${z}/${A})) = sum(${l}*(${w}/${A}))`,
      steps: ({ l, a, s, w, z, A }) => [
        by.ring(that`sum(${l}*((${w} + ${s}*${a})/${A})) = sum(${l}*(${w}/${A})) + ${s}/${A}*sum(${l}*${a})`),
        by.rewrite(that`sum(${l}*(${z}/${A})) = sum(${l}*(${w}/${A}))`),
      ],
    },
  ),
];

/** Σ q(w_i/A) ≤ Σ q(z_i/A): the limit of the flow has the least potential, as a is orthogonal to l = X'λ. */
export const leastPotential = (l: Expr, a: Expr, s: Expr, w: Expr, z: Expr, A: Expr) => [
  by.positive(that`${A} > 0`),
  ...orthogonal(l, a, s, w, z, A),
  by.lemma({ s: l, W: ex`${w}/${A}`, Z: ex`${z}/${A}` }, tangent),
  by.lemma(
    { l, W: ex`${w}/${A}`, Z: ex`${z}/${A}`, c: ex`cosh(${l})`, p: q(ex`${w}/${A}`), r: q(ex`${z}/${A}`) },
    {
      from: ({ l, W, Z, c, p, r }) => [
        that`${p} = ${l}*${W} - 2*(${c} - 1)`,
        that`${r} + 2*(${c} - 1) - ${l}*${Z} >= 0`,
        that`sum(${l}*${Z}) = sum(${l}*${W})`,
      ],
      shows: ({ p, r }) => that`sum(${p}) <= sum(${r})`,
      steps: ({ l, Z, c, r }) => by.positive(that`sum(${r} + 2*(${c} - 1) - ${l}*${Z}) >= 0`),
    },
  ),
];

/** q is even, so that it may be taken at |x|/A. */
export const even = (x: Expr, A: Expr) =>
  by.lemma(
    { x, A },
    {
      entries: true,
      from: ({ A }) => that`${A} > 0`,
      shows: ({ x, A }) => and(that`${q(ex`abs(${x})/${A}`)} = ${q(ex`${x}/${A}`)}`, that`abs(${x})/${A} >= 0`),
      steps: ({ x, A }) => [
        by.positive(that`abs(${x})/${A} >= 0`),
        by.lemma(
          { y: ex`${x}/${A}` },
          {
            shows: ({ y }) => that`${q(ex`-${y}`)} = ${q(y)}`,
            steps: ({ y }) => [
              by.law('sinhAsinh', ex`${y}/2`),
              by.law('sinhExp', ex`asinh(${y}/2)`),
              by.law('sinhExp', ex`-asinh(${y}/2)`),
              by.ring(that`exp(-(-asinh(${y}/2))) = exp(asinh(${y}/2))`),
              by.law('asinhSinh', ex`-asinh(${y}/2)`),
              by.rewrite(that`sinh(-asinh(${y}/2)) = -${y}/2`),
              by.rewrite(that`asinh(-${y}/2) = -asinh(${y}/2)`),
              by.ring(that`sqrt(4 + (-${y})^2) = sqrt(4 + ${y}^2)`),
              by.rewrite(that`${q(ex`-${y}`)} = ${q(y)}`),
            ],
          },
        ),
        by.cases(that`${q(ex`abs(${x})/${A}`)} = ${q(ex`${x}/${A}`)}`, {
          between: [x, 0],
          below: [
            by.root(that`abs(${x}) = -${x}`),
            by.rewrite(that`${q(ex`abs(${x})/${A}`)} = ${q(ex`-(${x}/${A})`)}`),
          ],
          above: [by.root(that`abs(${x}) = ${x}`)],
        }),
      ],
    },
  );

export default claim('bias/flow-limit-l1', {
  says: 'The limit w of the flow on u² − v² from u = v = α against every interpolator z: d·q(‖w‖₁/(dα²)) ≤ q(‖z‖₁/α²).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; the bound without hidden constants is ours' },
  notes:
    'No solver is needed: the limit is the one interpolator of the form w = 2α² sinh(Xᵀλ), so λ is free and y = Xw. X annihilates a, so z = w + sa are interpolators. q(z) = 2 − √(4 + z²) + z asinh(z/2).',
  sizes: { n: size(1, 2), d: size(2, 4) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-20, 20]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ d, M, a, s, lambda, alpha }) => {
    const X = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const w = ex`2*${alpha}^2*sinh(${X}'*${lambda})`;
    const z = ex`${w} + ${s}*${a}`;
    return {
      X,
      w,
      z,
      left: ex`${d}*${q}(norm1(${w})/(${d}*${alpha}^2))`,
      right: ex`${q}(norm1(${z})/${alpha}^2)`,
    };
  },
  assume: ({ a }) => that`sum(${a}^2) > 0`,
  conclude: ({ left, right }) => that`${left} <= ${right}`,
  derivation: ({ d, X, a, s, lambda, alpha, w, z, left, right }) => {
    const A = ex`${alpha}^2`;
    const [W, Z] = [ex`abs(${w})/${A}`, ex`abs(${z})/${A}`];
    return [
      ...leastPotential(ex`${X}'*${lambda}`, a, s, w, z, A),
      even(w, A),
      even(z, A),
      convexity(W, d),
      convexity(Z, d),
      by.ring(that`${left} = ${d}*${q(ex`sum(${W})/${d}`)}`),
      by.ring(that`${right} = ${q(ex`sum(${Z})`)}`),
      by.lemma(
        {
          ...{ p: q(ex`${w}/${A}`), r: q(ex`${z}/${A}`), P: q(W), R: q(Z) },
          ...{ L: left, E: right },
        },
        {
          from: ({ p, r, P, R, L, E }) => [
            that`sum(${p}) <= sum(${r})`,
            that`${P} = ${p}`,
            that`${R} = ${r}`,
            that`${L} <= sum(${P})`,
            that`sum(${R}) <= ${E}`,
          ],
          shows: ({ L, E }) => that`${L} <= ${E}`,
        },
      ),
    ];
  },
});
