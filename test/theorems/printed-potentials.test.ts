/** Numbers printed with false statements about potentials, flows, their limits and exact laws of descent. */
import { type Expr, ex, real, type Statement, that, vector } from 'counterflow';
import { type Row, reproduce } from './printed.ts';

// biome-ignore lint/suspicious/noExplicitAny: names of claims of many shapes
type Names = any;

/** w(t) where θ' = c(y − K sinh θ), w = K sinh θ, θ(0) = 0: one weight on a balanced network (flow/scalar-explicit). */
const scalarFlow = (y: Expr, K: Expr, ct: Expr): Expr => {
  const S = ex`sqrt(${y}^2 + ${K}^2)`;
  const [high, low] = [ex`(${y} + ${S})/${K}`, ex`(${y} - ${S})/${K}`];
  const k = ex`(1 - ${low})/(${high} - 1)*exp(${S}*${ct})`;
  const p = ex`(${low} + ${k}*${high})/(1 + ${k})`;
  return ex`${K}*(${p} - 1/${p})/2`;
};

const unhalved = ({ y, alpha }: Names): Expr => scalarFlow(y.at(0), ex`2*${alpha.at(0)}^2`, ex`8*0.05`);
const twoCopies = ({ y, a, b }: Names): Expr => scalarFlow(y.at(0), ex`${a!.at(0)}^2 + ${b!.at(0)}^2`, ex`2*0.1`);
const lossRatio = ({ y, a }: Names): Expr => ex`(1 - ${scalarFlow(y.at(0), ex`2*${a}^2`, ex`4*0.1`)}/${y.at(0)})^2`;

const h3 = (z: Expr): Expr => ex`(1 - ${z})^(-3) - (1 + ${z})^(-3)`;

const limit =
  (f: (m: Names, all: Names) => Expr) =>
  (all: Names): Statement =>
    all.run.ifConverges((m: Names) => that`${f(m, all)} <= 0`);
/** α_∞² and the shift: α is √2 times the printed one, by halves here. */
const effective =
  (i: number) =>
  ({ plus, minus }: Names, { alpha }: Names): Expr =>
    ex`${alpha}^2*exp(-(${plus.at(i)} + ${minus.at(i)})/2)/2`;
const shift =
  (i: number) =>
  ({ plus, minus }: Names, { alpha }: Names): Expr =>
    ex`${alpha}^2*(exp(-${plus.at(i)}) - exp(-${minus.at(i)}))/4`;
/** The minimiser with α_∞ and without the shift, from its dual variable. */
const unshifted =
  (i: number) =>
  (m: Names, all: Names): Expr =>
    ex`${effective(i)(m, all)}*sinh(${i === 0 ? 2 : 1}*${all.lambda})`;
/** x = (1, ½), y = 1, α = 0.7, γ = 0.4: √2·α to 20 digits, and a longer step than the claim has. */
const even = {
  at: { X: [['1', '1/2']], z: ['1', '0'], alpha: '0.98994949366116653416', gamma: '2/5', lambda: '0' },
  change: { reals: { gamma: real('(0, 1/2]'), lambda: real('[0, 2]') } },
} as const;

reproduce([
  {
    claim: 'flow/difference-sinh-unhalved-loss',
    sizes: { n: 1, d: 1 },
    at: { X: [['1']], y: ['1'], alpha: ['1'] },
    prints: [
      ['0.556133', unhalved],
      // w = 2 sinh(−8I), so 2 sinh(−4I) = 2 sinh(½ asinh(w/2)).
      ['0.275466', (all) => ex`2*sinh(asinh(${unhalved(all)}/2)/2)`],
    ],
  },
  {
    claim: 'flow/difference-metric-1',
    at: { u: '1', v: '1', g: '-1' },
    prints: [
      ['=8', 'left'],
      ['=4', 'right'],
    ],
  },
  {
    claim: 'flow/energy-rate-loss',
    sizes: { n: 1, d: 1 },
    at: { X: [['1']], z: ['1'], w: ['0'], alpha: ['1'] },
    prints: [['=2', ({ r, rate }) => ex`-${rate}/(sum(${r}^2)/2)`]],
  },
  {
    claim: 'flow/loss-over-time-4',
    at: { y: '1', alpha: '1/1000', t: '2.698' },
    prints: [
      ['0.4547003', ({ loss }) => loss],
      ['3.203878', ({ Q }) => ex`${Q}/4`],
      ['0.2968753', ({ Q, t }) => ex`${Q}/4/(4*${t})`],
      ['0.5937506', ({ Q, t }) => ex`${Q}/4/(2*${t})`],
    ],
    differs: [
      { printed: '0.454707', found: '0.454700', of: ({ loss }) => loss },
      { printed: '0.296877', found: '0.296875', of: ({ Q, t }) => ex`${Q}/4/(4*${t})` },
      { printed: '0.593754', found: '0.593751', of: ({ Q, t }) => ex`${Q}/4/(2*${t})` },
    ],
  },
  {
    claim: 'flow/loss-rate-32',
    sizes: { d: 1 },
    at: { x: [['1']], y: ['1/100'], u: ['1'], v: ['1'], a: '1' },
    prints: [
      ['0.201896', lossRatio],
      ['0.201897', () => ex`exp(-1.6)`],
      ['0.0408', () => ex`exp(-3.2)`],
    ],
  },
  {
    claim: 'potential/asinh-bounds-tighter',
    at: { z: '1' },
    prints: [
      ['0.48121', 'left'],
      ['0.40547', 'right'],
    ],
  },
  { claim: 'potential/hyperbolic-quadratic-8', at: { z: '1/10' }, prints: [] },
  {
    claim: 'bias/flow-l1-least',
    sizes: { n: 1, d: 2 },
    at: { X: [['1', '1/2']], z: ['1', '0'], alpha: '1/2' },
    prints: [
      ['0.829', ({ w }) => w.at(0)],
      ['0.342', ({ w }) => w.at(1)],
      ['1.171', 'left'],
      ['=1', 'right'],
    ],
  },
  {
    claim: 'bias/flow-limit-rate-no-dimension',
    at: { d: '1000', c: '7/10', alpha: '1/10000', lambda: '16.6819090605114019772428490' },
    to: { lambda: '16.6819090605114019772428491' },
    root: ({ R }) => ex`${R} - 1`,
    prints: [
      ['1.353256', ({ S }) => S],
      ['1.086859', 'right'],
      [
        '1.657091',
        ({ d, R, alpha }) => {
          const rho = ex`${R}/${alpha}^2`;
          return ex`((1 + ${d}/${rho})*ln(${rho} + ${d}) - 1)/(ln(${rho}/${d}) - 1)`;
        },
      ],
    ],
  },
  {
    claim: 'bias/flow-l2-bound-2500',
    sizes: { n: 1, d: 5 },
    at: { X: [['1', '1', '1', '1', '3']], z: ['1', '0', '0', '0', '0'], alpha: '1/4' },
    prints: [
      ['0.078125', ({ A }) => A],
      ['0.0769231', ({ B }) => B],
      ['1270.08', largestConstant],
    ],
  },
  {
    claim: 'bias/two-features-squared',
    at: { c: '9/10', lambda: '30', alpha: '1/1000000' },
    prints: [],
  },
  {
    claim: 'flow/power-difference-scale',
    sizes: { D: 3, n: 1, d: 1 },
    at: { X: [['1']], y: ['1'], alpha: ['1/2'] },
    prints: [
      // z = −α^{D−2}D(D−2)G with G = −1/10.
      ['0.1213521', ({ alpha }) => ex`${alpha.at(0)}^3*(${h3(ex`3*${alpha.at(0)}/10`)})`],
      ['0.0282572', ({ alpha }) => ex`${alpha.at(0)}^3*(${h3(ex`3*${alpha.at(0)}^3/10`)})`],
    ],
  },
  {
    claim: 'potential/depth-conjugate-exponent',
    sizes: { D: 3 },
    at: { z: '1/2' },
    prints: [
      ['7.7037', ({ h }) => h],
      ['1.7778', ({ slope }) => slope],
    ],
  },
  {
    claim: 'potential/depth-bounds-quarter',
    sizes: { D: 3 },
    at: { z: '0.9535843191767468821187341' },
    to: { z: '0.9535843191767468821187342' },
    root: ({ x }) => ex`${x} - 10000`,
    prints: [
      ['9304.63', ({ q }) => q],
      ['9651.88', ({ x }) => ex`${x} - 3/4*${x}^(2/3)`],
    ],
  },
  {
    claim: 'bias/deep-limit-l1-scale',
    sizes: { D: 3, n: 1, d: 2 },
    // z = w + sa is (1, 0), up to 10⁻²⁵.
    at: {
      M: [['1', '9/10']],
      a: ['9/10', '-1'],
      s: '0.0000009733327983595962685',
      lambda: ['0.998999999708041719242165652767'],
      alpha: '1/1000',
    },
    to: { lambda: ['0.998999999708041719242165652768'] },
    root: ({ w }) => ex`${w.at(0)} + 9/10*${w.at(1)} - 1`,
    prints: [
      ['9.733e-8', 'left'],
      ['1.890e-9', 'right'],
      ['1.890e-3', ({ alpha, w }) => ex`3/2*${alpha}*2^(1/3)*norm1(${w})^(2/3)`],
    ],
  },
  {
    claim: 'flow/two-copies-product-only',
    sizes: { n: 1, d: 1 },
    at: { X: [['1']], y: ['1'], a: ['2'], b: ['1/10'] },
    change: { reals: { a: vector('d', '[-2, 2]') } },
    prints: [
      ['0.552938', twoCopies],
      // 2|ab| sinh(−2I) at the same I, sinh(−2I) = w/(a² + b²).
      [
        '0.0551559',
        (all) => ex`2*${all.a.at(0)}*${all.b.at(0)}*${twoCopies(all)}/(${all.a.at(0)}^2 + ${all.b.at(0)}^2)`,
      ],
    ],
  },
  {
    claim: 'flow/last-layer-zero-sinh',
    at: { z: '1/2', alpha: '1', g: '-1' },
    prints: [
      ['0.7093445', ({ z }) => ex`tan(${z})/cos(${z})^2`],
      ['0.6626', ({ w }) => w],
    ],
  },
  {
    claim: 'balance/product-conserved',
    sizes: { d: 1 },
    at: { u: ['1'], v: ['0'], g: [['1/2']], eta: ['1'] },
    prints: [
      ['=0.75', 'left'],
      ['=1', 'right'],
    ],
  },
  {
    claim: 'balance/product-always-shrinks',
    sizes: { d: 1 },
    at: { u: ['1'], v: ['0'], g: [['2']], eta: ['1'] },
    prints: [['=-3', ({ run }) => ex`${run.at(1).q}/${run.at(0).q}`]],
  },
  {
    claim: 'balance/product-always-shrinks',
    sizes: { d: 1 },
    at: { u: ['1'], v: ['0'], g: [['1.4142135624']], eta: ['1'] },
    prints: [['1.000000', 'left']],
  },
  {
    claim: 'bias/discrete-hyperbolic-mirror',
    sizes: { d: 1 },
    at: { u: ['1'], v: ['1'], g: [['2']], eta: ['1/10'] },
    prints: [
      ['=-1.6', ({ run }) => run.at(1).w],
      [
        '-1.77621',
        ({ run, g, eta }) =>
          run.always(({ w, p, next }: Names) => {
            const moved = ex`asinh(${w}/(2*abs(${p}))) - 4*${eta}*${g}`;
            return that`2*abs(${p})*sinh(${moved}) = ${next.w}`;
          }),
      ],
    ],
  },
  {
    claim: 'bias/effective-initialization-always-shrinks',
    sizes: { n: 1, d: 1 },
    at: { X: [['2']], y: ['2'], alpha: ['1'], b: [['1']], gamma: ['1/2'] },
    prints: [
      ['-1.0986', ({ run }) => run.at(1).Q],
      ['=0', ({ run }) => ex`${run.at(1).Q} + ln(3)`],
    ],
  },
  {
    claim: 'bias/even-limit-no-shift',
    sizes: { d: 2 },
    ...even,
    prints: [
      ['0.817683', limit(({ w }) => w.at(0))],
      ['0.364634', limit(({ w }) => w.at(1))],
      ['0.391521', limit(effective(0))],
      ['0.464636', limit(effective(1))],
      ['0.0209566', limit(shift(0))],
      ['0.00289308', limit(shift(1))],
    ],
  },
  {
    claim: 'bias/even-limit-no-shift',
    sizes: { d: 2 },
    ...even,
    at: { ...even.at, lambda: '0.738363923' },
    to: { lambda: '0.738363924' },
    root: limit((m, all) => ex`${unshifted(0)(m, all)} + ${unshifted(1)(m, all)}/2 - 1`),
    prints: [
      ['0.812448', limit(unshifted(0))],
      ['0.375104', limit(unshifted(1))],
    ],
  },
  {
    claim: 'bias/even-limit-fixed',
    sizes: { d: 2 },
    ...even,
    at: { ...even.at, lambda: '0.6486935467774678416743086' },
    to: { lambda: '0.6486935467774678416743087' },
    root: ({ lambda }) => ex`0.49*(sinh(2*${lambda}) + sinh(${lambda})/2) - 1`,
    prints: [
      ['0.829687', ({ lambda }) => ex`0.49*sinh(2*${lambda})`],
      ['0.340626', ({ lambda }) => ex`0.49*sinh(${lambda})`],
    ],
  },
  ...(
    [
      ['1/100', '0.828426'],
      ['1/10', '0.823324'],
      ['1/5', '0.816982'],
    ] as const
  ).map(
    ([eta, w]): Row => ({
      claim: 'bias/descent-limit-flow',
      sizes: { n: 1, d: 2 },
      at: { X: [['1', '1/2']], z: ['1', '0'], alpha: '1/2', eta },
      prints: [
        [w, limit((m) => m.w.at(0))],
        ['0.828960', ({ slow }) => slow.w.at(0)],
      ],
    }),
  ),
]);

/** The C with A = B exp(asinh(B/(Cα⁴))): larger ones are refuted. */
function largestConstant({ A, B, alpha }: { readonly A: Expr; readonly B: Expr; readonly alpha: Expr }): Expr {
  return ex`2*${B}/(${alpha}^4*(${A}/${B} - ${B}/${A}))`;
}
