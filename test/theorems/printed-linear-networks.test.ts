/** Numbers printed with false statements about margins, robust and leaky networks, norms, products of matrices, code lengths. */
import { descent, type Expr, ex, flow, matrix, real, size, solve, squared, vector } from 'counterflow';
import { describe, expect, it } from 'vitest';
import { enclose, type Flow, withParameters } from '../../src/certify/taylor.ts';
import * as T from '../../src/expr/term.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import { dyadic, toRationals } from '../../src/number/dyadic.ts';
import { between, interval as I, type Interval } from '../../src/number/interval.ts';
import { rational } from '../../src/number/rational.ts';
import { agrees, changed, type Row, reproduce } from './printed.ts';

// biome-ignore lint/suspicious/noExplicitAny: names of claims of many shapes
type Names = any;

const one = [
  ['1', '0'],
  ['0', '1'],
] as const;

const margins: readonly Row[] = [
  {
    claim: 'margin/gradient-bound-max',
    sizes: { n: 2, d: 2 },
    at: { Z: one, w: ['0', '0'], q: ['1', '0'] },
    prints: [
      ['=2', 'left'],
      ['1.4142136', 'right'],
      ['-0.586', ({ Z, q, loss, slope }) => ex`${slope} - ${loss}*max(${Z}*${q})`],
    ],
  },
  {
    claim: 'margin/orthogonal-loss-fast',
    at: { a: '1', b: '2', t: '10' },
    prints: [
      ['0.1153', 'left'],
      ['0.0247', 'right'],
    ],
  },
  {
    claim: 'margin/orthogonal-gap-fast',
    sizes: { n: 2 },
    at: { a: ['1', '2'], t: '1000' },
    prints: [
      ['0.03704', 'left'],
      ['37', ({ best, gamma, t }) => ex`(${best} - ${gamma})*${t}`],
    ],
  },
  {
    claim: 'margin/orthogonal-gap-fast',
    sizes: { n: 2 },
    at: { a: ['1', '2'], t: '1000000' },
    prints: [
      ['0.018275', 'left'],
      ['0.0182747895158', ({ best, gamma }) => ex`${best} - ${gamma}`],
    ],
  },
  {
    claim: 'margin/norms-equal',
    sizes: { n: 1, d: 2 },
    at: { Z: [['1', '2']] },
    prints: [
      ['=2', 'right'],
      ['2.2360680', 'left'],
      ['0.4472136', ({ Z }) => solve.margin('l2', Z).w.at(0)],
      ['0.8944272', ({ Z }) => solve.margin('l2', Z).w.at(1)],
      ['=0', ({ Z }) => solve.margin('l1', Z).w.at(0)],
      ['=1', ({ Z }) => solve.margin('l1', Z).w.at(1)],
    ],
  },
  {
    claim: 'margin/equal-margins',
    sizes: { n: 2, d: 2 },
    at: {
      Z: [
        ['1', '0'],
        ['2', '1'],
      ],
    },
    prints: [
      ['=1', ({ margins }) => margins.at(0)],
      ['=2', ({ margins }) => margins.at(1)],
    ],
  },
  {
    claim: 'margin/exponential-step',
    at: {
      Z: [
        ['1', '6'],
        ['1', '-5'],
      ],
      eta: '0.12456',
    },
    steps: 12,
    prints: [['0.13111', ({ top }) => ex`8/${top}`]],
  },
  {
    claim: 'margin/one-dimension-flow',
    at: { eta: '1' },
    steps: 1,
    prints: [
      ['=1', 'left'],
      ['0.6931', 'right'],
    ],
  },
  {
    claim: 'margin/weak-duality-same-norm',
    sizes: { n: 1, d: 2 },
    at: { Z: [['1', '1']], w: ['1', '1'], weight: ['1'] },
    prints: [
      ['=2', 'left'],
      ['=1', 'right'],
      ['=2', ({ dual }) => ex`norm1(${dual})`],
    ],
  },
  {
    claim: 'margin/euler-bias',
    at: { u: '1', v: '1', b: '1' },
    prints: [
      ['=3', 'left'],
      ['=4', 'right'],
    ],
  },
  {
    claim: 'margin/entropy-dropped',
    sizes: { n: 2 },
    at: { m: ['0', '0'] },
    prints: [
      ['=0', 'left'],
      ['-1.386', 'right'],
    ],
  },
  ...(
    [
      ['-5', '-0.805'],
      ['-3', '-0.870'],
      ['-1', '-1.197'],
      ['-0.5', '-1.687'],
    ] as const
  ).map(
    ([x, printed]): Row => ({
      claim: 'margin/smoothed-margin-early',
      sizes: { K: 1, n: 2, d: 2 },
      at: { Z: one, W: [[x, x]] },
      change: { reals: { W: matrix('K', 'd', '[-6, 6]') } },
      prints: [[printed, ({ L, W }) => ex`-ln(${L})/norm(${W})`]],
    }),
  ),
  ...(
    [
      ['0.1', '4.394'],
      ['0.2', '2.570'],
    ] as const
  ).map(
    ([w, printed]): Row => ({
      claim: 'margin/smoothed-margin-logistic-plain',
      sizes: { K: 1, n: 1, d: 1 },
      at: { Z: [['1']], W: [[w]] },
      change: { sizes: { n: size(1, 3) } },
      prints: [[printed, ({ L, W }) => ex`-ln(${L})/norm(${W})`]],
    }),
  ),
];

/** Depth 2, x = (1, 2), α = 1/10 at the loss 10^−k: r = w₁/α with 2αr² + αr = k ln 10, within 10⁻⁹. */
const slow = (k: number): { readonly at: Row['at']; readonly to: Row['at'] } => {
  const r = (-1 + Math.sqrt(1 + 80 * k * Math.LN10)) / 4;
  return { at: { alpha: '0.1', r: (r + 1e-9).toFixed(12) }, to: { r: (r - 1e-9).toFixed(12) } };
};
const scales: readonly (readonly [k: number, ratio: string, share: string])[] = [
  [1, '0.317', '0.880'],
  [3, '0.1775', '0.925'],
  [10, '0.0954', '0.956'],
  [100, '0.0297', '0.9856'],
  [1000, '9.3e-3', '0.995'],
  [1_000_000, '2.9e-4', '0.99985'],
];

const diagonal: readonly Row[] = [
  {
    claim: 'balance/product-conserved',
    sizes: { d: 1 },
    at: { u: ['2'], v: ['0.5'], g: [['1']], eta: ['0.1'] },
    prints: [
      ['=3.7125', 'left'],
      ['=3.75', 'right'],
    ],
  },
  {
    claim: 'margin/factor-norm-exponent',
    sizes: { L: 2, d: 1 },
    at: { W: [['0.5'], ['0.5']] },
    prints: [
      ['=1', 'left'],
      ['=0.5', 'right'],
    ],
  },
  {
    claim: 'margin/kkt-optimal',
    at: { z1: '1', z2: '2', w1: '0', w2: '0.5' },
    prints: [
      ['=1', 'left'],
      ['=0.5', 'right'],
    ],
  },
  ...(
    [
      ['0.1', '1.0769075', '0.82', '0.09'],
      ['0.01', '1.0772143', '0.802', '0.099'],
    ] as const
  ).map(
    ([e, near, near1, near2]): Row => ({
      claim: 'margin/kkt-local-minimum',
      at: { r: '2', e },
      prints: [
        ['=0.8', ({ w1 }) => w1],
        ['=0.1', ({ w2 }) => w2],
        [`=${near1}`, (all) => all.near1],
        [`=${near2}`, (all) => all.near2],
        ['1.0772173', 'left'],
        [near, 'right'],
        ['0.62996', ({ r }) => ex`(1/${r})^(2/3)`],
      ],
    }),
  ),
  ...scales.map(
    ([k, ratio, share]): Row => ({
      claim: 'margin/depth-2-slow',
      ...slow(k),
      root: ({ w1, w2 }) => ex`${w1} + 2*${w2} - ${k}*ln(10)`,
      ...(k > 1000 ? { change: { reals: { r: real('[1, 10000]') } } } : {}),
      ...(k === 100 ? {} : { only: 'the claim is about losses below 10⁻¹⁰⁰, and right far below' }),
      prints: [
        [ratio, ({ w1, w2 }) => ex`${w1}/${w2}`],
        [share, ({ w1, w2 }) => ex`(${w1} + 2*${w2})/(${w1} + ${w2})/2`],
      ],
    }),
  ),
  {
    claim: 'margin/depth-picks-largest',
    sizes: { L: 3 },
    at: { x1: '2', x2: '1', a1: '0.215443469003188', a2: '1', left: '1/5' },
    to: { a1: '0.215443469003189' },
    root: ({ a1 }) => ex`${a1}^3 - 0.01`,
    prints: [
      ['2.3208', ({ x1, a1 }) => ex`1/(${a1}*${x1})`],
      ['=1', ({ x2, a2 }) => ex`1/(${a2}*${x2})`],
      ['0.054251', ({ x1, x2, a1, a2 }) => ex`(1/${a1} - ${x1}/(${x2}*${a2}))^(-3)`],
    ],
  },
  {
    claim: 'margin/depth-picks-any-sign',
    sizes: { L: 3 },
    at: { x1: '1', x2: '-1', a1: '1', a2: '1', nu: '0.6252372' },
    to: { nu: '0.6252373' },
    root: ({ w1 }) => ex`${w1} - 18.999`,
    prints: [
      ['=1', ({ end1 }) => end1],
      ['=-1', ({ end2 }) => end2],
      ['18.999', ({ w1 }) => w1],
      ['0.2329', ({ w2 }) => w2],
    ],
  },
  {
    claim: 'margin/l1-margin-small-scale',
    at: {
      Z: [
        ['1', '0.5', '-0.3'],
        ['0.4', '1.2', '0.7'],
      ],
      small: '0.01',
      large: '0.2',
      eta: '0.2',
    },
    prints: [
      ['0.7692308', ({ Z }) => solve.margin('l1', Z).value],
      ['0.7', ({ Z }) => ex`${solve.margin('l1', Z).w.at(0)}*1.3`],
      ['0.6', ({ Z }) => ex`${solve.margin('l1', Z).w.at(1)}*1.3`],
      ['=0', ({ Z }) => solve.margin('l1', Z).w.at(2)],
    ],
  },
  {
    claim: 'margin/exponential-sinh-2',
    sizes: { n: 1, d: 1 },
    at: { Z: [['1']], alpha: ['1'] },
    prints: [
      ['=8', 'left'],
      ['=4', 'right'],
    ],
  },
];

const robust: readonly Row[] = [
  {
    claim: 'robust/inner-max-same-norm',
    sizes: { d: 2 },
    at: { w: ['1', '1'], x: ['0', '0'], delta: ['-1', '-1'], y: '1', epsilon: '1' },
    prints: [
      ['=-1', 'left'],
      ['=-2', 'right'],
    ],
  },
  ...(
    [
      ['0.5', '1.56525', '1.58114'],
      ['0.9', '1.02859', '1.10454'],
    ] as const
  ).map(
    ([epsilon, standard, best]): Row => ({
      claim: 'robust/soft-threshold-same-direction',
      sizes: { d: 2 },
      at: { z: ['1', '2'], w: ['1', '2'], epsilon },
      prints: [
        [standard, ({ z, epsilon }) => ex`(sum(${z}*${z}) - ${epsilon}*norm1(${z}))/norm(${z})`],
        [best, ({ S }) => ex`norm(${S})`],
      ],
    }),
  ),
  {
    claim: 'robust/diagonal-invariant-plain',
    sizes: { d: 2 },
    at: { z: ['2', '1'], u: ['1', '2'], epsilon: '0.3', slope: '1' },
    prints: [
      ['0.41176', ({ z, epsilon }) => ex`(${z.at(1)} - ${epsilon})/(${z.at(0)} - ${epsilon})`],
      ['=0.5', ({ z }) => ex`${z.at(1)}/${z.at(0)}`],
    ],
  },
];

const leaky: readonly Row[] = [
  {
    claim: 'leaky/orthogonal-kkt-plain',
    sizes: { n: 2, k: 1, m1: 1, m2: 1 },
    at: {
      X: [
        ['1', '0', '0'],
        ['0', '1', '0'],
      ],
      gamma: '0.5',
    },
    prints: [
      ['=1', 'left'],
      ['=0.625', 'right'],
    ],
  },
  {
    claim: 'leaky/linear-boundary-relu',
    sizes: { d: 2 },
    at: { v: ['1', '-0.2'], u: ['-0.2', '1'], x: ['-1', '-2'], m1: '1', m2: '1', gamma: '0' },
    prints: [
      ['=0', ({ f }) => f],
      ['=1.2', ({ z }) => z],
    ],
  },
  {
    claim: 'leaky/linear-margin-optimal',
    sizes: { n: 3, k: 2, m1: 1, m2: 4 },
    at: { r: ['1', '0.7', '2'], gamma: '0.7' },
    prints: [['0.82596', ({ margin, largest }) => ex`${margin}/${largest}`]],
  },
  {
    claim: 'leaky/linear-margin-optimal',
    sizes: { n: 3, k: 2, m1: 3, m2: 1 },
    at: { r: ['1', '0.7', '2'], gamma: '0.5' },
    prints: [['0.97234', ({ margin, largest }) => ex`${margin}/${largest}`]],
  },
  {
    claim: 'leaky/near-orthogonal-kkt-positive',
    sizes: { same: 1, m1: 1, m2: 1, d: 2 },
    at: { x1: ['1', '0'], x2: ['2', '1'], gamma: '1' },
    prints: [
      ['=3', ({ l1 }) => l1],
      ['=-1', ({ l2 }) => l2],
    ],
  },
  ...(
    [
      ['0.1', '1.66942'],
      ['0.1', '1.669'],
      ['0.25', '1.36'],
      ['0.5', '1.11111'],
    ] as const
  ).map(
    ([gamma, printed]): Row => ({
      claim: 'leaky/stable-rank-one',
      at: { R: one, gamma },
      prints: [[printed, 'left']],
    }),
  ),
  {
    claim: 'leaky/gated-norm-first-layer',
    sizes: { n: 1, R: 1, d: 1 },
    at: { X: [['0']], G: [['0']], a: ['0'], W: [['0.5']], weight: ['1'] },
    prints: [
      ['=0.5', 'left'],
      ['=0.125', 'right'],
    ],
  },
  {
    claim: 'leaky/gated-l2-margin',
    sizes: { R: 2 },
    at: { gate: ['1', '2'] },
    prints: [
      ['1.667', ({ group }) => group],
      ['=2', ({ largest }) => largest],
      ['2.2360680', ({ l2 }) => l2],
    ],
  },
  {
    claim: 'margin/relu-duality-data',
    sizes: { K: 1 },
    at: { X: one, W: [['1', '1']], c: ['1'], p: '0.5' },
    // Printed for labels that are both +1.
    change: {
      where: ({ X, W, p, first, second }: Names) => {
        const phi = (w: Expr, x: Expr) => ex`max(sum(${w}*${x}), 0)`;
        const g = (w: Expr) => ex`(${p}*${phi(w, X.row(0))} + (1 - ${p})*${phi(w, X.row(1))})/norm(${w})`;
        return {
          margin: ex`min(${first}, ${second})`,
          dual: g(W.row(0)),
          data: ex`max(${g(X.row(0))}, ${g(X.row(1))})`,
        };
      },
    },
    prints: [
      ['=0.5', ({ data }) => data],
      ['0.7071', ({ dual }) => dual],
    ],
  },
];

/** f̄ = (1/2, 1/4) with both labels 1. */
const outputs = (lambda: string) => ({ f: ['0.5', '0.25'], y: ['1', '1'], lambda, rho: '0' });
const samples = ['-1', '-0.5', '0.2', '1.5', '2'];
const five = { sizes: { n: size(1, 5) } };

const sample = ({ x, y }: Names) => squared('1/2', ex`ones(1)*${x}'`, ex`${y}*ones(1)`);
const trained = (all: Names): Expr =>
  descent({
    start: { u: ex`1/100*ones(2)`, v: ex`1/100*ones(2)` },
    observe: ({ u, v }) => ({ w: ex`${u}*${v}` }),
    loss: ({ w }) => sample(all)(w),
    eta: ex`1/100`,
  }).at(2000).w;
const flowed = (all: Names): Expr =>
  flow({
    start: { u: ex`1/100*ones(2)` },
    observe: ({ u }) => ({ w: ex`${u}^2` }),
    loss: ({ w }) => sample(all)(w),
  }).limit().w;

const norms: readonly Row[] = [
  {
    claim: 'norms/square-loss-norm-rate',
    sizes: { n: 2 },
    at: outputs('1'),
    prints: [
      ['=2.625', ({ speed, rest, rho }) => ex`${speed}/(${rest} - ${rho})`],
      ['=0.625', ({ f }) => ex`2*sum(${f}^2)`],
    ],
  },
  ...(
    [
      ['0.1', '1.818'],
      ['1', '0.571'],
    ] as const
  ).map(
    ([lambda, printed]): Row => ({
      claim: 'norms/square-loss-norm-no-decay',
      sizes: { n: 2 },
      at: outputs(lambda),
      prints: [
        [printed, 'left'],
        ['=2.4', 'right'],
      ],
    }),
  ),
  {
    claim: 'norms/interpolation-margin-always',
    sizes: { n: 2 },
    at: { f: ['0.5', '0.25'] },
    prints: [
      ['=0.25', 'left'],
      ['0.4167', 'right'],
      ['=2.4', ({ rho }) => rho],
    ],
  },
  {
    claim: 'norms/path-norm-frobenius',
    sizes: { h: 1, d: 1 },
    at: { U: [['1']], v: ['1'], c: ['2'] },
    prints: [
      ['=4.25', 'left'],
      ['=2', 'right'],
    ],
  },
  {
    claim: 'norms/path-norm-least-2',
    sizes: { h: 1, d: 1 },
    at: { U: [['1']], v: ['1'], c: ['1'] },
    prints: [
      ['=2', 'left'],
      ['=1', 'right'],
    ],
  },
  {
    claim: 'norms/nuclear-factors-2',
    at: {
      A: [
        ['1', '0'],
        ['0', '0'],
      ],
      B: [
        ['1', '0'],
        ['0', '0'],
      ],
    },
    prints: [
      ['=1', ({ size }) => size],
      ['=2', ({ nuclear2 }) => ex`2*sqrt(${nuclear2})`],
    ],
  },
  {
    claim: 'norms/path-flow-l1',
    at: { x: ['1', '2'], y: '1', alpha: '0.1' },
    prints: [
      ['=0.24', ({ limit }) => limit.at(0)],
      ['=0.38', ({ limit }) => limit.at(1)],
      ['=0.5', ({ least }) => least],
    ],
  },
  {
    claim: 'norms/path-flow-l1',
    at: { x: ['1', '2'], y: '1', alpha: '0.0001' },
    change: { reals: { alpha: real('[1/10000, 1/10]') } },
    // What keeps the ℓ1 bias: descent on w = u∘v with step 1/100, and its flow, from w = 10⁻⁴.
    prints: [
      ['0.0072', (all) => trained(all).at(0)],
      ['0.4964', (all) => trained(all).at(1)],
      ['0.00705', (all) => flowed(all).at(0)],
      ['0.49648', (all) => flowed(all).at(1)],
    ],
  },
  ...(
    [
      ['0.01', 400, '1.0e-3'],
      ['0.001', 4000, '8.8e-5'],
      ['0.0001', 30000, '8.7e-6'],
    ] as const
  ).map(
    ([eta, steps, printed]): Row => ({
      claim: 'norms/path-descent-projection',
      at: { x: ['1', '2'], y: '1', w: ['0.1', '0.1'], eta },
      steps: 1,
      prints: [[printed, ({ run, limit }) => ex`normInf(${run.at(steps).z} - ${limit})`]],
    }),
  ),
  {
    claim: 'norms/em-step-common-rate',
    sizes: { n: 5 },
    at: { x: samples, a: '-0.3', b: '0.7', eta: '0.2' },
    change: five,
    prints: [
      ['-0.1734', ({ nextA }) => nextA],
      ['0.9595', ({ nextB }) => nextB],
      ['-0.2420', ({ plainA }) => plainA],
      ['0.8405', ({ plainB }) => plainB],
      ['2.293', ({ r }) => ex`sum(${r})`],
      ['2.707', ({ r }) => ex`5 - sum(${r})`],
    ],
  },
  {
    claim: 'norms/em-step-any-rate',
    sizes: { n: 5 },
    at: { x: samples, a: '-0.3', b: '0.7', eta: '3' },
    change: { ...five, reals: { eta: real('(0, 4]') } },
    prints: [
      ['1.6795', 'left'],
      ['-0.1986', 'right'],
      ['-0.3365', ({ after }) => after],
    ],
  },
  {
    claim: 'norms/implicit-em-sign',
    sizes: { k: 2 },
    at: { d: ['0', '0'] },
    prints: [
      ['=-0.5', 'left'],
      ['=0.5', 'right'],
    ],
  },
  {
    claim: 'norms/scale-invariant-descent-conserved',
    sizes: { L: 1, d: 2 },
    at: { c: ['1', '0'], W: [['1', '1']], eta: '1' },
    prints: [
      ['=2.5', 'left'],
      ['=2', 'right'],
      ['=0.5', ({ slope }) => slope],
    ],
  },
  ...[0, 1, 2, 3, 4, 5, 6].map(
    (k): Row => ({
      claim: 'norms/shrinking-spectrum-unordered',
      sizes: { n: 2 },
      // s = (10, 1)/10, a = (1/2, 1) to the power k; the effective rank at δ = 1/5 is 1 where the larger one has a share of 4/5.
      at: { gap: ['0.9', '0.1'], a: [`1/${2 ** k}`, '1'] },
      ...(k === 0 ? { only: 'nothing has shrunk yet' } : {}),
      prints: [
        [
          `=${[1, 1, 2, 2, 2, 2, 1][k]!}`,
          ({ gap, a }) => {
            const [first, second] = [ex`(${gap.at(0)} + ${gap.at(1)})*${a.at(0)}`, ex`${gap.at(1)}*${a.at(1)}`];
            const short = ex`4/5 - max(${first}, ${second})/(${first} + ${second})`;
            return ex`3/2 + ${short}/abs(${short})/2`;
          },
        ],
      ],
    }),
  ),
  {
    claim: 'norms/shrinking-spectrum-raw',
    sizes: { n: 2 },
    at: { gap: ['9', '1'], gapA: ['0.4', '0.5'] },
    change: { reals: { gap: vector('n', '(0, 9]') } },
    prints: [
      ['=10', ({ top }) => top(1)],
      ['=9', ({ topAfter }) => topAfter(1)],
    ],
  },
];

/** x = ±1 and one neuron of weights 1 and 100 whose kink is at 10. */
const dead = { first: '-1', gaps: ['2', '12'], tau: ['0.75'], w: ['1'], v: ['100'] };
const minima: readonly Row[] = [
  {
    claim: 'sharpness/neuron-weight-unweighted',
    sizes: { n: 2, j: 2, K: 1, active: 'right' },
    at: dead,
    prints: [
      ['=1', 'right'],
      ['=100', ({ w, v }) => ex`sum(${w}*abs(${v}))`],
      ['=10', ({ kink }) => kink(0)],
    ],
  },
  {
    claim: 'sharpness/neuron-weight-no-bias',
    sizes: { n: 2, j: 2, K: 1, active: 'right' },
    at: dead,
    prints: [
      ['=0', 'right'],
      ['=1', 'left'],
    ],
  },
];

const matrices: readonly Row[] = [
  {
    claim: 'deep-linear/flow-balance-linear',
    sizes: { m: 2, k: 2, n: 2 },
    at: {
      B: [
        ['2', '0'],
        ['0', '1'],
      ],
      A: [
        ['2', '0'],
        ['0', '1'],
      ],
      G: [
        ['0', '1'],
        ['0', '0'],
      ],
    },
    prints: [
      ['=-5', ({ start }) => start.rate.W.at(0, 1)],
      ['=-2', ({ A, G }) => ex`-2*${G}*${A}'*${A}`.at(0, 1)],
    ],
  },
  {
    claim: 'deep-linear/flow-unbalanced',
    at: { u: '2', v: '0.5', g: '1' },
    prints: [
      ['=-4.25', 'left'],
      ['=-2', 'right'],
    ],
  },
  {
    claim: 'deep-linear/singular-value-speed-exponent',
    sizes: { N: 2, d: 1 },
    at: { s: ['2'], G: [['1']] },
    prints: [
      ['=-8', 'left'],
      ['=-4', 'right'],
    ],
  },
  {
    claim: 'deep-linear/metric-no-depth',
    sizes: { N: 2 },
    // σ = 4 twice: the diagonal value.
    at: { s: '2', t: '2' },
    change: { reals: { s: real('(0, 2]'), t: real('(0, 2]') }, assume: () => [] },
    prints: [
      ['=8', 'left'],
      ['=4', 'right'],
    ],
  },
  {
    claim: 'deep-linear/metric-rectangular',
    sizes: { d: 2 },
    at: { a: ['1', '0'], G: ['0', '1'] },
    prints: [
      ['=2', 'left'],
      ['=1', 'right'],
    ],
  },
  {
    claim: 'deep-linear/volume-exponent',
    sizes: { N: 2, d: 2 },
    at: { gap: ['1', '1'] },
    prints: [
      ['=0.05', ({ det }) => ex`sqrt(${det})`],
      ['0.0167', ({ volume2Half }) => ex`sqrt(${volume2Half})`],
    ],
  },
  {
    claim: 'deep-linear/infinite-depth-mean',
    sizes: { N: 2 },
    at: { a: '1.3862943611', b: '0' },
    to: { a: '1.3862943612' },
    root: ({ a }) => ex`exp(${a}) - 4`,
    change: { reals: { a: real('[-1, 2]') } },
    prints: [['0.0462', ({ a, limit }) => ex`1/(exp(${a})*${limit})`]],
  },
  ...(
    [
      ['2', '0.1410'],
      ['10', '0.5378'],
      ['100', '0.66665'],
      ['10000', '0.68173'],
    ] as const
  ).map(
    ([N, printed]): Row => ({
      claim: 'deep-linear/infinite-depth-unscaled',
      at: { gap: ['1', '0.7', '0.3'], N },
      ...(N === '2' || N === '10' ? { only: 'the volume falls like a power of N' } : {}),
      prints: [
        [printed, ({ scaled }) => scaled],
        ['0.68188', ({ limit }) => limit],
        ...(N === '10000' ? [['-40.8', 'right'] as const] : []),
      ],
    }),
  ),
  {
    claim: 'deep-linear/orbit-volume-constant',
    at: { a: '4', b: '9', c: '1' },
    prints: [
      ['=0.5', ({ first, second }) => ex`${first}/${second}`],
      ['2.2360680', ({ a, c }) => ex`sqrt(${a} + ${c})`],
    ],
  },
  {
    claim: 'deep-linear/sign-kept-one-layer',
    at: { c: '0.09', t: '1' },
    prints: [
      ['=0.0081', ({ before }) => before],
      ['-0.39148', ({ after }) => after],
    ],
  },
  {
    claim: 'deep-linear/sign-kept-descent',
    at: { u: '1', v: '0.1', y: '-2', eta: '1' },
    prints: [
      ['=0.1', ({ run }) => run.at(0).p],
      ['=-1.58', ({ run }) => run.at(1).p],
    ],
  },
  {
    claim: 'deep-linear/sign-kept-flow',
    at: { u: ['1'], v: ['0.1'], y: '-2' },
    prints: [['=-2', ({ end }) => end.w.at(0)]],
  },
  {
    claim: 'deep-linear/imbalance-rate-4',
    at: { u: '1', v: '0.3', y: '0.05' },
    prints: [
      ['=0.91', ({ D }) => D],
      ['8.2e-4', ({ loss, D }) => ex`${loss}*exp(-4*${D})`],
      ['0.005063', ({ loss, D }) => ex`${loss}*exp(-2*${D})`],
    ],
  },
  {
    claim: 'deep-linear/row-space-small-start',
    at: { p: '1', q: '1', b: '1' },
    prints: [
      ['0.7862', ({ outside }) => outside],
      ['0.6180340', ({ v }) => ex`${v}^2`],
    ],
  },
  {
    claim: 'deep-linear/sensing-rank-descent',
    at: { u: '1', y: '0', eta: '1' },
    prints: [['=0', ({ next }) => next]],
  },
  {
    claim: 'deep-linear/trace-sensing-rank',
    at: {
      U: [
        ['0.1', '0'],
        ['0', '0.1'],
      ],
    },
    prints: [
      ['=0.5', ({ limit }) => limit.at(0, 0)],
      ['=0.5', ({ limit }) => limit.at(1, 1)],
      ['=0', ({ limit }) => limit.at(0, 1)],
    ],
  },
  {
    claim: 'deep-linear/nuclear-over-frobenius-shrinks',
    sizes: { d: 3 },
    at: { sigma: ['3', '2', '1'] },
    change: { reals: { sigma: vector('d', '(0, 4]') } },
    // The rate is minus the gradient.
    prints: [
      ['2.333', ({ threshold }) => threshold],
      ['-0.0764', ({ rate }) => ex`-${rate.at(0)}`],
      ['0.0382', ({ rate }) => ex`-${rate.at(1)}`],
      ['0.1527', ({ rate }) => ex`-${rate.at(2)}`],
    ],
  },
];

const modes: readonly Row[] = [
  {
    claim: 'incremental/sequential-half',
    at: { sigma: '2', alpha: '1/1000000000000' },
    prints: [['0.6666667', ({ w }) => w]],
  },
  ...(
    [
      [9, '0.0594'],
      [11, '0.9406'],
    ] as const
  ).map(
    ([T, printed]): Row => ({
      claim: 'incremental/sequential-half',
      at: { sigma: '1', alpha: '1/1000000000000' },
      only: 'before and after the critical time',
      prints: [
        [
          printed,
          ({ sigma, alpha }) => ex`${sigma}/(1 + (${sigma} - ${alpha})*exp(ln(${alpha})*(${sigma}*${T}/10 - 1)))`,
        ],
      ],
    }),
  ),
  {
    claim: 'incremental/effective-rank-falls',
    // T = 0.6 and 5 in units of ½ ln(1/α).
    at: { s1: '2', s2: '1', alpha: '1/1000000', t1: '4.14465316', t2: '34.538' },
    to: { t1: '4.14465317' },
    root: ({ alpha, t1 }) => ex`0.6*ln(1/${alpha})/2 - ${t1}`,
    change: { reals: { t2: real('[0, 40]') } },
    prints: [
      ['=2', ({ start }) => start],
      ['1.00223', 'right'],
      ['1.5000', 'left'],
    ],
  },
  {
    claim: 'incremental/identical-layers-reach-negative',
    sizes: { N: 2 },
    at: { x: '0.9', lambda: '-1', eta: '0.25' },
    prints: [
      ['=-1', ({ lambda }) => lambda],
      ['0.0000', ({ end }) => end],
    ],
  },
  {
    claim: 'incremental/identical-layers-1-5',
    sizes: { N: 2 },
    at: { x: '0.9', c: '1', eta: '0.75' },
    steps: 1,
    prints: [
      ['=1.02825', 'left'],
      ['=1', 'right'],
    ],
  },
];

const information: readonly Row[] = [
  {
    claim: 'compression/leave-one-out-memoriser',
    at: { q: '0.5' },
    prints: [
      ['=0.5', 'left'],
      ['0.4163', 'right'],
      ['0.3466', ({ information }) => information],
      ['0.8326', ({ information }) => ex`2*sqrt(${information}/2)`],
    ],
  },
  {
    claim: 'compression/interpolating-rule-exact',
    sizes: { n: 1 },
    at: { p: '0.5' },
    prints: [
      ['0.6931', 'left'],
      ['0.3466', 'right'],
    ],
  },
  {
    claim: 'compression/code-length-dropped',
    at: {},
    prints: [['=0.53125', 'left']],
  },
  {
    claim: 'compression/catoni-dropped',
    sizes: { lambda: 8 },
    at: {},
    prints: [['0.6191', 'left']],
  },
  {
    claim: 'compression/catoni-dropped',
    sizes: { lambda: 5 },
    at: {},
    only: 'below δ at this λ',
    prints: [['0.180', ({ probability }) => probability]],
  },
  {
    claim: 'compression/code-without-codebook',
    sizes: { C: 2, d: 1 },
    at: {},
    prints: [
      ['=2', 'left'],
      ['=0', ({ length }) => length],
    ],
  },
];

reproduce([...margins, ...diagonal, ...robust, ...leaky, ...norms, ...minima, ...matrices, ...modes, ...information]);

const bounds = (x: Interval) => [ofNumber(x.lo), ofNumber(x.hi)] as const;
const prints = (x: Interval, printed: string): void => {
  expect([x.lo, x.hi, agrees(bounds(x), printed)]).toEqual([x.lo, x.hi, true]);
  expect(agrees(bounds(x), changed(printed))).toBe(false);
};
const exact = (num: number, den = 1): Interval => I.rational(rational(num, den));
const [p, q, t, y] = ['p', 'q', 't', 'y'].map(T.variable) as [T.Term, T.Term, T.Term, T.Term];
const number = (num: number, den = 1): T.Term => T.num(rational(num, den));

describe('flows at a time, enclosed', () => {
  it('margin/depth-picks-any-sign: at t = 10⁶ the weights are 18.999 and 0.2329', () => {
    // In the integral ν of the loss as time: p = u₁, q = u₂, and t itself.
    const race: Flow = {
      state: [p, q, t],
      rate: [T.pow(p, 2), T.neg(T.pow(q, 2)), T.apply('exp', T.sub(T.pow(p, 3), T.pow(q, 3)))],
    };
    const at = (nu: number) => {
      const { kind, end } = enclose(race, [exact(1), exact(1), exact(0)], nu);
      expect(kind).toBe('reached');
      return { weights: [I.pow(end[0]!, 3), I.pow(end[1]!, 3)] as const, time: end[2]! };
    };
    const [before, after] = [at(0.6252345), at(0.6252359)];
    expect(before.time.hi).toBeLessThan(1e6);
    expect(after.time.lo).toBeGreaterThan(1e6);
    prints(between(before.weights[0].lo, after.weights[0].hi), '18.999');
    prints(between(after.weights[1].lo, before.weights[1].hi), '0.2329');
  });

  it('deep-linear/imbalance-rate-4: at t = 1 the loss is 0.004209', () => {
    const error = T.sub(T.mul(p, q), y);
    const flow = withParameters({ state: [p, q], rate: [T.neg(T.mul(error, q)), T.neg(T.mul(error, p))] }, [y]);
    const { kind, end } = enclose(flow, [exact(1), exact(3, 10), exact(1, 20)], 1);
    expect(kind).toBe('reached');
    prints(I.mul(I.pow(I.sub(I.mul(end[0]!, end[1]!), end[2]!), 2), exact(1, 2)), '0.004209');
  });

  const Z = [
    [1, 0.5, -0.3],
    [0.4, 1.2, 0.7],
  ].map((row) => row.map((z) => [Math.round(10 * z), 10] as const));
  /** w_j = 2α² sinh(4(Zᵀν)_j). */
  const scale = (alpha: readonly [number, number]) => number(2 * alpha[0] ** 2, alpha[1] ** 2);
  it.each([
    [
      [1, 5],
      [
        [1, '0.6690', '0.8250'],
        [100, '0.7211', '0.7851'],
        [1e4, '0.7405', '0.7731'],
        [1e6, '0.7509', '0.7708'],
      ],
    ],
    [[1, 100], [[1e6, '0.7299', '0.7749']]],
  ] as const)('margin/l1-margin-small-scale: from α = %s the margin and its bound', (alpha, table) => {
    const dual = [0, 1, 2].map((j) => T.add(T.mul(number(...Z[0]![j]!), p), T.mul(number(...Z[1]![j]!), q)));
    const w = dual.map((d) => T.mul(scale(alpha), T.apply('sinh', T.mul(number(4), d))));
    const m = Z.map((row) => row.map((z, j) => T.mul(number(...z), w[j]!)).reduce(T.add));
    // In s = ln(1 + t) as time.
    const flow: Flow = { state: [p, q, t], rate: [...m.map((x) => T.mul(t, T.apply('exp', T.neg(x)))), t] };
    const tube = enclose(flow, [exact(0), exact(0), exact(1)], 13.82, { tolerance: 1e-11 });
    expect(tube.kind).toBe('reached');
    for (const [time, margin, bound] of table) {
      const s = Math.log(1 + time);
      const [nu1, nu2, after] = tube.over(s - 1e-7, s + 1e-7) as [Interval, Interval, Interval];
      expect(after.lo <= 1 + time && 1 + time <= after.hi).toBe(true);
      const dot = (j: number) => I.add(I.mul(exact(...Z[0]![j]!), nu1), I.mul(exact(...Z[1]![j]!), nu2));
      const twice = exact(2 * alpha[0] ** 2, alpha[1] ** 2);
      const weights = [0, 1, 2].map((j) => I.mul(twice, I.sinh(I.mul(exact(4), dot(j)))));
      const margins = Z.map((row) => row.map((z, j) => I.mul(exact(...z), weights[j]!)).reduce(I.add));
      const sizes = weights.map(I.abs);
      prints(I.div(margins.reduce(I.min), sizes.reduce(I.add)), margin);
      const largest = I.asinh(I.div(sizes.reduce(I.max), twice));
      prints(I.div(largest, I.mul(exact(4), I.add(I.abs(nu1), I.abs(nu2)))), bound);
    }
  });

  it('margin/orthogonal-gap-fast: the gap at t = 10⁶ to 17 digits; the double printed has rounding in its last three', () => {
    const D = dyadic(160);
    const m = [1n, 4n].map((square) => D.log(D.rational(rational(1n + square * 10n ** 6n))));
    const quarter = D.rational(rational(1, 4));
    const length = D.sqrt(D.add(D.mul(m[0]!, m[0]!), D.mul(quarter, D.mul(m[1]!, m[1]!))));
    const best = D.div(D.rational(rational(2)), D.sqrt(D.rational(rational(5))));
    const [lo, hi] = toRationals(D.sub(best, D.div(m[0]!, length)));
    expect(agrees([lo!, hi!], '0.018274789515824541')).toBe(true);
    expect(agrees([lo!, hi!], '0.018274789515824508')).toBe(false);
    expect(agrees([lo!, hi!], '0.01827478951582454')).toBe(true);
  });

  it('margin/equal-margins: after 200 000 steps of size 1/5 on the exponential loss they are 0.9989 and 2.0443', () => {
    let [a, b] = [exact(0), exact(0)];
    const eta = exact(1, 5);
    const margins = () => [a, I.add(I.add(a, a), b)] as const;
    for (let k = 0; k < 200_000; k++) {
      const [e, f] = margins().map((m) => I.mul(eta, I.exp(I.neg(m)))) as [Interval, Interval];
      [a, b] = [I.add(a, I.add(e, I.add(f, f))), I.add(b, f)];
    }
    const length = I.sqrt(I.add(I.pow(a, 2), I.pow(b, 2)));
    const [first, second] = margins();
    prints(I.div(first, length), '0.9989');
    prints(I.div(second, length), '2.0443');
  });
});
