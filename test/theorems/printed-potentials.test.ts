/** Numbers printed with false statements about potentials, flows, their limits and exact laws of descent. */
import { type Expr, ex, matrix, real, type Statement, size, that, vector } from 'counterflow';
import { describe, expect, it } from 'vitest';
import { enclose } from '../../src/certify/taylor.ts';
import * as T from '../../src/expr/term.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import { interval as I, type Interval } from '../../src/number/interval.ts';
import { rational } from '../../src/number/rational.ts';
import { agrees, changed, type Row, reproduce } from './printed.ts';

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

/** The weights of depth three from starts a and ha: αᵢ³h₃(αᵢxᵢλ). */
const third = ({ c, h, a, lambda }: Names): readonly [Expr, Expr] => [
  ex`${a}^3*(${h3(ex`${a}*${lambda}`)})`,
  ex`(${h}*${a})^3*(${h3(ex`${h}*${a}*${c}*${lambda}`)})`,
];

/** Clocks of the modes at depth 2, 4 and ∞, and by how much the larger one is later learned than the smaller begins. */
const clocks: { readonly [depth: string]: (s: Expr, x: Expr) => Expr } = {
  two: (s, x) => ex`ln(${x}/(${s} - ${x}))/${s}`,
  four: (s, x) => ex`2/${s}*(atanh(sqrt(${x}/${s}))/sqrt(${s}) - 1/sqrt(${x}))`,
  infinity: (s, x) => ex`ln(${x}/(${s} - ${x}))/${s}^2 - 1/(${s}*${x})`,
};
const late =
  (depth: string) =>
  ({ s1, s2, f, b, sigma0 }: Names): Expr => {
    const clock = clocks[depth]!;
    const learned = ex`${clock(s1, ex`${f}*${s1}`)} - ${clock(s1, sigma0)}`;
    return ex`${learned} - (${clock(s2, ex`${b}*${s2}`)} - ${clock(s2, sigma0)})`;
  };
/** Ratio of the modes, depth, the largest σ₀ to 16 digits, printed decimal logarithm, and as it was printed first. */
const THRESHOLDS = [
  ['11/10', 'two', '3523550093906838e-36', '-20.4530', '-20.45'],
  ['11/10', 'four', '6739318781708983e-19', '-3.1714', '-3.17'],
  ['11/10', 'infinity', '7376944567302410e-18', '-2.1321', '-2.14'],
  ['3/2', 'two', '7526611275131261e-21', '-5.1234', '-5.13'],
  ['3/2', 'four', '1015911350197117e-17', '-1.9931', '-2.00'],
  ['3/2', 'infinity', '3046260079230642e-17', '-1.5162', '-1.52'],
  ['2', 'two', '6851662332328963e-19', '-3.1642', '-3.17'],
  ['2', 'four', '2407370262587954e-17', '-1.6185', '-1.63'],
  ['2', 'infinity', '4803824436994880e-17', '-1.3184', '-1.32'],
  ['5', 'two', '2405465898942523e-17', '-1.6188', '-1.63'],
  ['5', 'four', '6440011829370028e-17', '-1.1911', '-1.19'],
  ['5', 'infinity', '8026820764213579e-17', '-1.0955', '-1.10'],
] as const;
const thresholds = THRESHOLDS.map(([s1, depth, sigma0, printed, first]): Row => {
  const next = sigma0.replace(/^\d+/, (digits) => `${BigInt(digits) + 1n}`);
  const at = { s1, s2: '1', f: '9/10', b: '1/10' };
  const log = ({ sigma0 }: Names): Expr => ex`ln(${sigma0})/ln(10)`;
  const rounded = Number(printed).toFixed(2);
  return {
    claim: 'incremental/order-deeper',
    at: { ...at, sigma0: depth === 'two' ? next : sigma0 },
    to: { sigma0: depth === 'two' ? sigma0 : next },
    ...(depth === 'infinity' ? { only: 'depth 4 does not learn in order from there' } : {}),
    ...(s1 === '5' ? { change: { reals: { s1: real('(0, 5]') } } } : {}),
    root: late(depth),
    prints: [[printed, log], ...(first === rounded ? [[first, log] as const] : [])],
    differs: first === rounded ? [] : [{ printed: first, found: rounded, of: log }],
  };
});

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
      ['=1/13', ({ B }) => B],
      ['0.0769231', ({ B }) => B],
      ['1270', largestConstant],
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
  {
    claim: 'flow/scalar-explicit-linear',
    at: { y: '1', alpha: '1', t: '0' },
    prints: [],
  },
  { claim: 'flow/difference-moves', at: { u: '0', v: '0', g: '1' }, prints: [['=0', 'right']] },
  {
    claim: 'flow/product-fits',
    at: { a: '1', y: '-1', t: '20' },
    prints: [
      ['0.50000000', ({ loss }) => loss],
      ['0.00000000', ({ w }) => w],
    ],
  },
  {
    claim: 'flow/single-neuron-commutes',
    at: { a: '1', b1: '1/2', b2: '1/2', t: '1' },
    prints: [
      ['7.54443', 'left'],
      ['12.69399', 'right'],
    ],
  },
  {
    claim: 'flow/single-neuron-hessian',
    at: { w1: '1', w2: '1', delta: '1/2' },
    prints: [['-0.12246', ({ first, second }) => ex`${second} - ${first}`]],
  },
  {
    claim: 'bias/flow-limit-polynomial-row',
    at: { d: '1000', c: '7/10', alpha: '1/10000', eps: '1/10', lambda: '16.6819090605114019772428491' },
    to: { lambda: '16.6819090605114019772428490' },
    root: ({ R }) => ex`${R} - 1`,
    prints: [
      ['1.353256', 'left'],
      ['1.100000', 'right'],
    ],
  },
  {
    claim: 'bias/flow-limit-l2-row',
    at: { d: '1000000', s: '1.05', lambda: '1.994' },
    prints: [['785.2', ({ A, B }) => largestConstant({ A, B, alpha: ex`1` })]],
  },
  {
    claim: 'bias/flow-l2-bound-2500',
    sizes: { n: 1, d: 8 },
    at: {
      X: [['0.29937', '0.29937', '0.29937', '0.29937', '0.29937', '0.29937', '0.29937', '1']],
      z: ['0', '0', '0', '0', '0', '0', '0', '0.50452965859063629033'],
      alpha: '1/4',
    },
    change: { sizes: { d: size(8, 8) } },
    prints: [],
    differs: [{ printed: '1043.54', found: '1043.53', of: largestConstant }],
  },
  {
    claim: 'bias/deep-limit-shape-power',
    sizes: { D: 3, d: 2 },
    at: { x: [['1', '9/10']], alpha: ['1/2', '1'], lambda: '0.1650949485573820755' },
    to: { lambda: '0.1650949485573820756' },
    root: ({ y }) => ex`${y.at(0)} - 1`,
    prints: [
      ['0.1357', ({ w }) => w.at(0)],
      ['0.9603', ({ w }) => w.at(1)],
      ['0.0678196', ({ limit }) => limit.at(0)],
      ['1.0357560', ({ limit }) => limit.at(1)],
    ],
  },
  ...(
    [
      ['1/10', '3.331996571540147685875', '0.280', '0.800'],
      ['1/100', '8.264341571179176176399', '0.388', '0.680'],
      ['1/1000', '13.138695648030313506615', '0.508', '0.546'],
    ] as const
  ).map(
    ([a, lambda, w1, w2]): Row => ({
      claim: 'bias/two-features-shape',
      // y ≥ 1 at the first point.
      at: { c: '9/10', h: '2', a, lambda: `${lambda}9` },
      to: { lambda },
      root: ({ y }) => ex`${y} - 1`,
      prints: [
        [w1, (all) => all.w1],
        [w2, (all) => all.w2],
        // The weighted norms of the two vertices.
        ['1.00000', (all) => all.y],
        ['0.55556', ({ c, h, y }) => ex`${y}/(${c}*${h})`],
      ],
    }),
  ),
  {
    claim: 'bias/two-features-shape',
    only: 'these are the weights of depth three, to which the false statement does apply',
    at: { c: '9/10', h: '2', a: '1/1000', lambda: '554.4827895690345670001' },
    to: { lambda: '554.4827895690345670002' },
    change: { reals: { lambda: real('(0, 600]') } },
    root: (all) => ex`${third(all)[0]} + 0.9*${third(all)[1]} - 1`,
    prints: [
      ['1.1e-8', (all) => third(all)[0]],
      ['1.11111', (all) => third(all)[1]],
    ],
  },
  {
    claim: 'bias/positive-limit-rate-no-dimension',
    at: { d: '1000', c: '7/10', alpha: '1/10000', lambda: '16.6819090604325829596189396' },
    to: { lambda: '16.6819090604325829596189397' },
    root: ({ R }) => ex`${R} - 1`,
    prints: [
      ['1.35326', 'left'],
      ['1.08686', 'right'],
      ['1.6', ({ d, R, alpha }) => ex`1 + ln(${d})/ln(${R}/(${d}*${alpha}^2))`],
    ],
  },
  {
    claim: 'bias/positive-limit-l1-any-sign',
    sizes: { n: 1, d: 2 },
    // A = (1, −10), x₀ = α² = 1/1000, y = 1; z = x + sa is (0, −1/10).
    at: {
      M: [['1', '-10']],
      a: ['1', '1/10'],
      s: '-1',
      lambda: ['6.907755278982137'],
      alpha: '0.03162277660168379332',
    },
    to: { lambda: ['6.907755278982138'] },
    change: { reals: { M: matrix('n', 'd', '[-10, 10]') } },
    root: ({ x }) => ex`${x.at(0)} - 10*${x.at(1)} - 1`,
    prints: [
      ['10.00000', ({ x, z }) => ex`sum(${x})/norm1(${z})`],
      ['1.17718', ({ d, z, alpha }) => ex`1 + ln(${d})/ln(norm1(${z})/(${d}*${alpha}^2))`],
    ],
  },
  {
    claim: 'incremental/order-depth-2-hundredth',
    at: { s1: '11/10', s2: '1', f: '9/10', b: '1/10', sigma0: '0.0009999999999' },
    prints: [
      ['8.3631', 'left'],
      ['4.7095', 'right'],
    ],
  },
  ...thresholds,
  {
    claim: 'margin/difference-slow',
    at: { c: '9/10', alpha: '1/10', lambda: '9.7521509944593666109912' },
    to: { lambda: '9.7521509944593666109910' },
    root: ({ margin }) => ex`${margin} - 100*ln(10)`,
    prints: [['0.377', ({ w1, w2 }) => ex`${w2}/${w1}`]],
  },
  {
    claim: 'margin/difference-slow',
    at: { c: '9/10', alpha: '1/1000000', lambda: '33.0376888161847344625816' },
    to: { lambda: '33.0376888161847344625815' },
    root: ({ margin }) => ex`${margin} - 100*ln(10)`,
    prints: [['0.0367', ({ w1, w2 }) => ex`${w2}/${w1}`]],
  },
  {
    claim: 'margin/difference-slow',
    at: { c: '9/10', alpha: '1/10', lambda: '46.0517018598809136803' },
    to: { lambda: '46.0517018598809136804' },
    root: ({ w1, w2 }) => ex`${w2} - ${w1}/100`,
    prints: [['4.38e17', ({ margin }) => ex`${margin}/ln(10)`]],
  },
  {
    claim: 'margin/depth-picks-largest',
    sizes: { L: 3 },
    at: { x1: '1', x2: '4/5', a1: '1/2', a2: '1', left: '1/1000000' },
    prints: [
      ['0.80000', ({ x1, x2, w1, w2 }) => ex`(${x1}*${w1} + ${x2}*${w2})/(${w1}^(2/3) + ${w2}^(2/3))^(3/2)`],
      ['=1', ({ x1 }) => x1],
    ],
  },
  {
    claim: 'margin/depth-2-tie',
    at: { x: '1', a1: '1/2', a2: '1', nu: '5' },
    prints: [['0.25000', ({ w1, w2 }) => ex`${w1}/${w2}`]],
  },
]);

/** The C with A = B exp(asinh(B/(Cα⁴))): larger ones are refuted. */
function largestConstant({ A, B, alpha }: { readonly A: Expr; readonly B: Expr; readonly alpha: Expr }): Expr {
  return ex`2*${B}/(${alpha}^4*(${A}/${B} - ${B}/${A}))`;
}

/** Closed forms are used above; here are the flows of the networks themselves, enclosed step by step. */
describe('flows of the networks, enclosed', () => {
  const [u, v, a, b] = ['u', 'v', 'a', 'b'].map(T.variable) as [T.Term, T.Term, T.Term, T.Term];
  const whole = (n: number): T.Term => T.num(rational(n));
  const exact = (num: number, den = 1): Interval => I.rational(rational(num, den));
  const times = (...terms: readonly T.Term[]): T.Term => terms.reduce((x, y) => T.mul(x, y));
  const at = (rate: readonly T.Term[], start: readonly Interval[], time: number): readonly Interval[] => {
    const { kind, end } = enclose({ state: [u, v, a, b].slice(0, rate.length), rate }, start, time);
    expect(kind).toBe('reached');
    return end;
  };
  const prints = (x: Interval, printed: string): void => {
    const bounds = [ofNumber(x.lo), ofNumber(x.hi)] as const;
    expect([agrees(bounds, printed), agrees(bounds, changed(printed)), x]).toEqual([true, false, x]);
  };
  const square = (x: Interval): Interval => I.mul(x, x);
  /** w − y on u² − v². */
  const difference = (y: T.Term): T.Term => T.sub(T.sub(T.pow(u, 2), T.pow(v, 2)), y);

  it('flow/difference-sinh-unhalved-loss: loss (w − 1)², with the integral of w − 1', () => {
    const r = difference(whole(1));
    const [p, q, sum] = at([times(whole(-4), r, u), times(whole(4), r, v), r], [exact(1), exact(1), exact(0)], 0.05);
    prints(I.sub(square(p!), square(q!)), '0.556133');
    prints(I.mul(exact(2), I.sinh(I.mul(exact(-4), sum!))), '0.275466');
    prints(I.mul(exact(2), I.sinh(I.mul(exact(-8), sum!))), '0.556133');
  });

  it('flow/loss-rate-32 and flow/loss-over-time-4: loss ½(w − y)²', () => {
    const loss = (y: Interval, start: Interval, target: T.Term, time: number): Interval => {
      const r = difference(target);
      const [p, q] = at([times(whole(-2), r, u), times(whole(2), r, v)], [start, start], time);
      return I.mul(exact(1, 2), square(I.sub(I.sub(square(p!), square(q!)), y)));
    };
    const small = loss(exact(1, 100), exact(1), T.num(rational(1, 100)), 0.1);
    prints(I.mul(exact(20_000), small), '0.201896');
    prints(loss(exact(1), exact(1, 1000), whole(1), 2.698), '0.4547003');
  });

  it('flow/two-copies-product-only: u₊v₊ − u₋v₋ from (2, 1/10)', () => {
    const r = T.sub(T.sub(T.mul(u, v), T.mul(a, b)), whole(1));
    const rate = [T.neg(T.mul(r, v)), T.neg(T.mul(r, u)), T.mul(r, b), T.mul(r, a)];
    const [p, q, m, n] = at(rate, [exact(2), exact(1, 10), exact(2), exact(1, 10)], 0.1);
    prints(I.sub(I.mul(p!, q!), I.mul(m!, n!)), '0.552938');
  });

  it('flow/product-fits: uv from (1, 1) against the label −1', () => {
    const r = T.add(T.mul(u, v), whole(1));
    const [p, q] = at([T.neg(T.mul(r, v)), T.neg(T.mul(r, u))], [exact(1), exact(1)], 20);
    prints(I.mul(exact(1, 2), square(I.add(I.mul(p!, q!), exact(1)))), '0.50000000');
  });

  it('flow/single-neuron-commutes: along e₁ for time 1, then along e₂', () => {
    const [p, q] = at([v, u], [exact(1), exact(1, 2)], 1);
    const [c, d] = at([v, u], [p!, exact(1, 2)], 1);
    prints(I.mul(c!, q!), '7.54443');
    prints(I.mul(c!, d!), '12.69399');
  });

  it('flow/last-layer-zero-sinh: three layers from (1, 1, 0), ∫g = −1/2', () => {
    // Time is −∫g; the first two layers stay equal.
    const [p, q] = at([times(u, v), T.pow(u, 2)], [exact(1), exact(0)], 0.5);
    prints(I.mul(square(p!), q!), '0.7093445');
  });
});
