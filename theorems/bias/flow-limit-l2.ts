import { by, constant, type Expr, ex, that } from 'counterflow';
import { q } from '../potential/hyperbolic-convex.ts';
import { nearlyQuadratic } from '../potential/hyperbolic-quadratic.ts';
import limit, { even, leastPotential } from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l2', {
  says: 'The limit w of the flow on u² − v² against every interpolator z: ‖w‖₂² ≤ ‖z‖₂² exp(asinh(‖z‖₂²/(8α⁴))).',
  status: 'theorem',
  notes:
    'Large α: nearly least ℓ2 norm. w = 2α² sinh(Xᵀλ), y = Xw, z = w + sa with Xa = 0. The derivation holds for every constant up to 48.',
  constants: { c: constant('8', { to: '5000' }) },
  conclude: ({ w, z, alpha, c }) => that`norm(${w})^2 <= norm(${z})^2*exp(asinh(norm(${z})^2/(${c}*${alpha}^4)))`,
  derivation: ({ X, a, s, lambda, alpha, w, z, c }) => {
    const A = ex`${alpha}^2`;
    const [W, Z] = [ex`abs(${w})/${A}`, ex`abs(${z})/${A}`];
    const k = ex`${c}/2`;
    const root = ex`sqrt(1 + sum(${W}^2)/(${k}))`;
    return [
      ...leastPotential(ex`${X}'*${lambda}`, a, s, w, z, A),
      even(w, A),
      even(z, A),
      ...above(W, root, k),
      by.lemma(
        { x: Z },
        {
          entries: true,
          from: ({ x }) => that`${x} >= 0`,
          shows: ({ x }) => that`${q(x)} <= ${x}^2/4`,
          steps: ({ x }) => nearlyQuadratic(x, ex`4`),
        },
      ),
      // N/(4T) ≤ Σ q(W) ≤ Σ q(Z) ≤ B/4 with N = ΣW², T = √(1 + N/k), B = ΣZ², k = c/2 ≤ 24.
      by.lemma(
        {
          ...{ N: ex`sum(${W}^2)`, B: ex`sum(${Z}^2)`, T: root, V: ex`${W}^2`, U: ex`${Z}^2` },
          ...{ p: q(ex`${w}/${A}`), r: q(ex`${z}/${A}`), P: q(W), R: q(Z) },
        },
        {
          from: ({ N, B, T, V, U, p, r, P, R }) => [
            that`${T} > 0`,
            that`${N} = sum(${V})`,
            that`${B} = sum(${U})`,
            that`sum(${p}) <= sum(${r})`,
            that`${P} = ${p}`,
            that`${R} = ${r}`,
            that`${V}/(4*${T}) <= ${P}`,
            that`${R} <= ${U}/4`,
          ],
          shows: ({ N, B, T }) => that`${N} <= ${B}*${T}`,
          steps: ({ N, B, T, V, U, P, R }) => [
            by.positive(that`sum(${P} - ${V}/(4*${T})) >= 0`),
            by.positive(that`sum(${U}/4 - ${R}) >= 0`),
            by.positive(that`${B}/4 - ${N}/(4*${T}) >= 0`),
            by.positive(that`4*${T}*(${B}/4 - ${N}/(4*${T})) >= 0`),
            by.ring(that`4*${T}*(${B}/4 - ${N}/(4*${T})) = ${B}*${T} - ${N}`),
          ],
        },
      ),
      by.ring(that`norm(${w})^2 = ${A}^2*sum(${W}^2)`),
      by.ring(that`norm(${z})^2 = ${A}^2*sum(${Z}^2)`),
      by.ring(that`norm(${z})^2/(${c}*${alpha}^4) = sum(${Z}^2)/${c}`),
      by.ring(that`${root}^2 = 1 + sum(${W}^2)/(${k})`),
      by.positive(that`sum(${Z}^2) >= 0`),
      atMost(ex`sum(${W}^2)`, ex`sum(${Z}^2)`, root, c),
      by.lemma(
        {
          ...{ n: ex`norm(${w})^2`, b: ex`norm(${z})^2`, N: ex`sum(${W}^2)`, B: ex`sum(${Z}^2)`, A: ex`${A}^2` },
          ...{ k: ex`norm(${z})^2/(${c}*${alpha}^4)` },
        },
        {
          from: ({ n, b, N, B, A, k }) => [
            that`${A} > 0`,
            that`${n} = ${A}*${N}`,
            that`${b} = ${A}*${B}`,
            that`${k} = ${B}/${c}`,
            that`${N} <= ${B}*exp(asinh(${B}/${c}))`,
          ],
          shows: ({ n, b, k }) => that`${n} <= ${b}*exp(asinh(${k}))`,
          steps: ({ n, b, N, B, A, k }) => [
            by.positive(that`${A}*(${B}*exp(asinh(${B}/${c})) - ${N}) >= 0`),
            by.rewrite(that`exp(asinh(${k})) = exp(asinh(${B}/${c}))`),
            by.rewrite(that`${b}*exp(asinh(${k})) - ${n} = ${A}*(${B}*exp(asinh(${B}/${c})) - ${N})`),
          ],
        },
      ),
    ];
  },
});

/** x²/(4T) ≤ q(x) in each entry for T = √(1 + Σx²/k). */
const above = (x: Expr, T: Expr, k: Expr) => [
  by.positive(that`${T} > 0`),
  by.lemma(
    { x },
    { shows: ({ x }) => that`${x}^2 <= sum(${x}^2)`, steps: ({ x }) => by.positive(that`sum(${x}^2) - ${x}^2 >= 0`) },
  ),
  by.ring(that`${T}^2 = 1 + sum(${x}^2)/(${k})`),
  by.lemma(
    { x, T, N: ex`sum(${x}^2)` },
    {
      entries: true,
      from: ({ x, T, N }) => [that`${x} >= 0`, that`${T} > 0`, that`${x}^2 <= ${N}`, that`${T}^2 = 1 + ${N}/(${k})`],
      shows: ({ x, T }) => that`${x}^2/(4*${T}) <= ${q(x)}`,
      steps: ({ x, T, N }) => [
        nearlyQuadratic(x, k),
        by.positive(that`sqrt(1 + ${x}^2/(${k})) > 0`),
        by.ring(that`sqrt(1 + ${x}^2/(${k}))^2 = 1 + ${x}^2/(${k})`),
        by.lemma(
          { y: ex`${x}^2`, r: ex`sqrt(1 + ${x}^2/(${k}))`, T, N },
          {
            from: ({ y, r, T, N }) => [
              that`${y} >= 0`,
              that`${r} > 0`,
              that`${T} > 0`,
              that`${y} <= ${N}`,
              that`${r}^2 = 1 + ${y}/(${k})`,
              that`${T}^2 = 1 + ${N}/(${k})`,
            ],
            shows: ({ y, r, T }) => that`${y}/(4*${T}) <= ${y}/(4*${r})`,
            steps: ({ y, r, T }) => [
              by.positive(that`${r}^2 <= ${T}^2`),
              by.contradiction(that`${r} <= ${T}`, by.positive(that`(${r} - ${T})*(${r} + ${T}) > 0`)),
              by.positive(that`${y}*(${T} - ${r})/(4*${r}*${T}) >= 0`),
              by.ring(that`${y}/(4*${r}) - ${y}/(4*${T}) = ${y}*(${T} - ${r})/(4*${r}*${T})`),
            ],
          },
        ),
      ],
    },
  ),
];

/** N ≤ BT and T² = 1 + 2N/c give N ≤ B·e^{asinh(B/c)}: with E = e^{asinh κ}, E² = 1 + 2κE, and T² ≤ 1 + 2κT. */
const atMost = (N: Expr, B: Expr, T: Expr, c: Expr) =>
  by.lemma(
    { N, B, T },
    {
      from: ({ N, B, T }) => [
        that`${B} >= 0`,
        that`${T} > 0`,
        that`${N} <= ${B}*${T}`,
        that`${T}^2 = 1 + ${N}/(${c}/2)`,
      ],
      shows: ({ N, B }) => that`${N} <= ${B}*exp(asinh(${B}/${c}))`,
      steps: ({ N, B, T }) => [
        by.law('sinhAsinh', ex`${B}/${c}`),
        by.law('sinhExp', ex`asinh(${B}/${c})`),
        by.law('expNeg', ex`asinh(${B}/${c})`),
        by.lemma(
          { N, B, T, E: ex`exp(asinh(${B}/${c}))`, F: ex`exp(-asinh(${B}/${c}))` },
          {
            from: ({ N, B, T, E, F }) => [
              that`${B} >= 0`,
              that`${T} > 0`,
              that`${E} > 0`,
              that`${F} > 0`,
              that`${E}*${F} = 1`,
              that`${B}/${c} = (${E} - ${F})/2`,
              that`${N} <= ${B}*${T}`,
              that`${T}^2 = 1 + ${N}/(${c}/2)`,
            ],
            shows: ({ N, B, E }) => that`${N} <= ${B}*${E}`,
            steps: ({ N, B, T, E, F }) => [
              by.contradiction(that`${T} <= ${E}`, [
                by.positive(that`(${T} - ${E})*(${T} + ${F}) > 0`),
                by.rewrite(that`(${T} - ${E})*(${T} + ${F}) = 2*(${N} - ${B}*${T})/${c}`),
              ]),
              by.positive(that`${B}*(${E} - ${T}) >= 0`),
            ],
          },
        ),
      ],
    },
  );
