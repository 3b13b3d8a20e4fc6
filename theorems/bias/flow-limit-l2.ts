import { by, type Expr, ex, that } from 'counterflow';
import { q } from '../potential/hyperbolic-convex.ts';
import { nearlyQuadratic } from '../potential/hyperbolic-quadratic.ts';
import limit, { even, leastPotential } from './flow-limit-l1.ts';

export default limit.variant('bias/flow-limit-l2', {
  says: 'The limit w of the flow on u² − v² against every interpolator z: ‖w‖₂² ≤ ‖z‖₂² exp(asinh(‖z‖₂²/(8α⁴))).',
  status: 'theorem',
  notes: 'Large α: nearly least ℓ2 norm. w = 2α² sinh(Xᵀλ), y = Xw, z = w + sa with Xa = 0.',
  conclude: ({ w, z, alpha }) => that`norm(${w})^2 <= norm(${z})^2*exp(asinh(norm(${z})^2/(8*${alpha}^4)))`,
  derivation: ({ X, a, s, lambda, alpha, w, z }) => {
    const A = ex`${alpha}^2`;
    const [W, Z] = [ex`abs(${w})/${A}`, ex`abs(${z})/${A}`];
    const root = ex`sqrt(1 + sum(${W}^2)/4)`;
    return [
      ...leastPotential(ex`${X}'*${lambda}`, a, s, w, z, A),
      even(w, A),
      even(z, A),
      ...above(W, root),
      by.lemma(
        { x: Z },
        {
          entries: true,
          from: ({ x }) => that`${x} >= 0`,
          shows: ({ x }) => that`${q(x)} <= ${x}^2/4`,
          steps: ({ x }) => nearlyQuadratic(x),
        },
      ),
      // N/(4T) ≤ Σ q(W) ≤ Σ q(Z) ≤ B/4 with N = ΣW², T = √(1 + N/4), B = ΣZ².
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
      by.ring(that`norm(${z})^2/(8*${alpha}^4) = sum(${Z}^2)/8`),
      by.ring(that`${root}^2 = 1 + sum(${W}^2)/4`),
      by.positive(that`sum(${Z}^2) >= 0`),
      atMost(ex`sum(${W}^2)`, ex`sum(${Z}^2)`, root),
      by.lemma(
        {
          ...{ n: ex`norm(${w})^2`, b: ex`norm(${z})^2`, N: ex`sum(${W}^2)`, B: ex`sum(${Z}^2)`, A: ex`${A}^2` },
          ...{ k: ex`norm(${z})^2/(8*${alpha}^4)` },
        },
        {
          from: ({ n, b, N, B, A, k }) => [
            that`${A} > 0`,
            that`${n} = ${A}*${N}`,
            that`${b} = ${A}*${B}`,
            that`${k} = ${B}/8`,
            that`${N} <= ${B}*exp(asinh(${B}/8))`,
          ],
          shows: ({ n, b, k }) => that`${n} <= ${b}*exp(asinh(${k}))`,
          steps: ({ n, b, N, B, A, k }) => [
            by.positive(that`${A}*(${B}*exp(asinh(${B}/8)) - ${N}) >= 0`),
            by.rewrite(that`exp(asinh(${k})) = exp(asinh(${B}/8))`),
            by.rewrite(that`${b}*exp(asinh(${k})) - ${n} = ${A}*(${B}*exp(asinh(${B}/8)) - ${N})`),
          ],
        },
      ),
    ];
  },
});

/** x²/(4T) ≤ q(x) in each entry for T = √(1 + Σx²/4). */
const above = (x: Expr, T: Expr) => [
  by.positive(that`${T} > 0`),
  by.lemma(
    { x },
    { shows: ({ x }) => that`${x}^2 <= sum(${x}^2)`, steps: ({ x }) => by.positive(that`sum(${x}^2) - ${x}^2 >= 0`) },
  ),
  by.ring(that`${T}^2 = 1 + sum(${x}^2)/4`),
  by.lemma(
    { x, T, N: ex`sum(${x}^2)` },
    {
      entries: true,
      from: ({ x, T, N }) => [that`${x} >= 0`, that`${T} > 0`, that`${x}^2 <= ${N}`, that`${T}^2 = 1 + ${N}/4`],
      shows: ({ x, T }) => that`${x}^2/(4*${T}) <= ${q(x)}`,
      steps: ({ x, T, N }) => [
        nearlyQuadratic(x),
        by.positive(that`sqrt(1 + ${x}^2/4) > 0`),
        by.ring(that`sqrt(1 + ${x}^2/4)^2 = 1 + ${x}^2/4`),
        by.lemma(
          { y: ex`${x}^2`, r: ex`sqrt(1 + ${x}^2/4)`, T, N },
          {
            from: ({ y, r, T, N }) => [
              that`${y} >= 0`,
              that`${r} > 0`,
              that`${T} > 0`,
              that`${y} <= ${N}`,
              that`${r}^2 = 1 + ${y}/4`,
              that`${T}^2 = 1 + ${N}/4`,
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

/** N ≤ BT and T² = 1 + N/4 give N ≤ B·e^{asinh(B/8)}: with E = e^{asinh κ}, E² = 1 + 2κE, and T² ≤ 1 + 2κT. */
const atMost = (N: Expr, B: Expr, T: Expr) =>
  by.lemma(
    { N, B, T },
    {
      from: ({ N, B, T }) => [that`${B} >= 0`, that`${T} > 0`, that`${N} <= ${B}*${T}`, that`${T}^2 = 1 + ${N}/4`],
      shows: ({ N, B }) => that`${N} <= ${B}*exp(asinh(${B}/8))`,
      steps: ({ N, B, T }) => [
        by.law('sinhAsinh', ex`${B}/8`),
        by.law('sinhExp', ex`asinh(${B}/8)`),
        by.law('expNeg', ex`asinh(${B}/8)`),
        by.lemma(
          { N, B, T, E: ex`exp(asinh(${B}/8))`, F: ex`exp(-asinh(${B}/8))` },
          {
            from: ({ N, B, T, E, F }) => [
              that`${B} >= 0`,
              that`${T} > 0`,
              that`${E} > 0`,
              that`${F} > 0`,
              that`${E}*${F} = 1`,
              that`${B}/8 = (${E} - ${F})/2`,
              that`${N} <= ${B}*${T}`,
              that`${T}^2 = 1 + ${N}/4`,
            ],
            shows: ({ N, B, E }) => that`${N} <= ${B}*${E}`,
            steps: ({ N, B, T, E, F }) => [
              by.contradiction(that`${T} <= ${E}`, [
                by.positive(that`(${T} - ${E})*(${T} + ${F}) > 0`),
                by.rewrite(that`(${T} - ${E})*(${T} + ${F}) = (${N} - ${B}*${T})/4`),
              ]),
              by.positive(that`${B}*(${E} - ${T}) >= 0`),
            ],
          },
        ),
      ],
    },
  );
