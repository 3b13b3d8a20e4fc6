/** Numbers printed with false statements about sharpness, large steps, the edge of stability and discretization. */
import { descent, type Expr, ex, matrix, real, squared, that, vector } from 'counterflow';
import { type Row, reproduce } from './printed.ts';

// biome-ignore lint/suspicious/noExplicitAny: names of claims of many shapes
type Names = any;

/** Roots rounded towards 0 in the twentieth digit: what is printed of their squares is far from there. */
const root = { 2: '1.41421356237309504880', half: '0.70710678118654752440' };

const sharpness: readonly Row[] = [
  {
    claim: 'sharpness/tied-sharpness-off-fibre',
    sizes: { d: 1 },
    at: { x: ['1'], u: ['1/2'], y: '2' },
    prints: [
      ['=-2.5', ({ H }) => H.at(0, 0)],
      ['=1', ({ x, u }) => ex`4*sum(${x}^2*${u}^2)`],
    ],
  },
  {
    claim: 'sharpness/tied-sharpness-2',
    sizes: { d: 1 },
    at: { x: ['1'], u: ['1'] },
    prints: [
      ['=4', ({ H }) => H.at(0, 0)],
      ['=2', ({ S }) => S],
    ],
  },
  {
    claim: 'sharpness/norm-minimizer-l4',
    sizes: { d: 2 },
    at: { x: ['1', '2'], u: ['0.63245553203367586639', '0.89442719099991587856'] },
    prints: [
      ['0.8000000000', 'right'],
      ['1.000000000', 'left'],
    ],
  },
  {
    claim: 'sharpness/flattest-is-least-norm',
    sizes: { d: 2 },
    at: { x: ['1', '2'], u: [root[2], '0'] },
    prints: [
      ['8.000000000', 'right'],
      ['16.00000000', 'left'],
      ['2.000000000', ({ u }) => ex`sum(${u}^2)`],
      ['1.000000000', ({ x, y }) => ex`${y}/max(${x})`],
    ],
  },
  {
    claim: 'sharpness/sharpest-is-least-norm-signed',
    sizes: { d: 2 },
    // w = (1 + t, t) with t = 1: S = 4(1 + 2t), N = 1 + 2t.
    at: { x: ['1', '-1'], u: [root[2], '1'] },
    prints: [
      ['12.00000000', 'left'],
      ['4.000000000', 'right'],
      ['3.000000000', ({ u }) => ex`sum(${u}^2)`],
    ],
  },
  {
    claim: 'sharpness/constant-product',
    sizes: { d: 2 },
    at: { x: ['1', '2'], u: ['1', root.half] },
    prints: [
      ['12.00000000', ({ S }) => S],
      ['1.500000000', ({ N }) => N],
      ['18.00000000', 'left'],
      ['16.00000000', 'right'],
    ],
  },
  {
    claim: 'sharpness/flow-rate-alpha',
    sizes: { d: 2 },
    at: { x: ['1', '2'], alpha: '1/10000', z: '1.15066754714' },
    to: { z: '1.15066754715' },
    root: ({ y }) => ex`${y} - 2`,
    change: {
      where: ({ x, alpha }: Names) => ({
        run: descent({
          start: { u: ex`sqrt(${alpha})*ones(2)` },
          observe: ({ u }) => ({ v: ex`${u!}^2` }),
          loss: ({ u }) => squared('1/2', ex`${x}'`, ex`2*ones(1)`)(ex`${u!}^2`),
          eta: ex`1/10`,
        }),
      }),
    },
    prints: [
      ['0.01', ({ alpha }) => ex`sqrt(${alpha})`],
      ['0.0187', ({ run }) => run.ifConverges(({ v }: Names) => that`${v.at(0)} <= 0`)],
    ],
    differs: [{ printed: '0.00997', found: '0.00998', of: ({ w }) => w.at(0) }],
  },
  {
    claim: 'sharpness/risk-flattest',
    at: { x1: '1', x2: '2', y: '2', truth: '1/2', s: '0', t: '1/2' },
    prints: [
      ['=0.25', ({ s }) => ex`1/(4*(1 + ${s}))`],
      ['=1.25', 'left'],
      ['=0', 'right'],
    ],
  },
  {
    claim: 'sharpness/risk-least-norm',
    at: { x1: '1', x2: '2', y: '2', truth: '1/2', s: '1/2', t: '1' },
    prints: [
      ['=0.125', ({ t }) => ex`1/(4*(1 + ${t}))`],
      ['=1.25', 'left'],
      ['=0', 'right'],
    ],
  },
  // The least-norm stable interpolator has s = 1/(2ηy) − 1.
  {
    claim: 'sharpness/risk-least-norm',
    at: { x1: '1', x2: '2', y: '2', truth: '1/2', s: '1/2', t: '11/14' },
    prints: [
      ['0.408', 'left'],
      ['=0.14', ({ t }) => ex`1/(4*(1 + ${t}))`],
      ['=1/6', ({ s }) => ex`1/(4*(1 + ${s}))`],
    ],
  },
  {
    claim: 'sharpness/risk-flattest',
    at: { x1: '1', x2: '2', y: '2', truth: '1/2', s: '1/4', t: '1/2' },
    prints: [
      ['=0.3125', 'left'],
      ['=0.2', ({ s }) => ex`1/(4*(1 + ${s}))`],
    ],
  },
  {
    claim: 'sharpness/product-hessian-kernel',
    sizes: { n: 1, d: 1 },
    at: { X: [['1']], y: ['0'], u: ['1'], v: ['1'] },
    prints: [
      ['=1', ({ H }) => H.at(0, 0)],
      ['=2', ({ H }) => H.at(0, 1)],
      ['=3', ({ H }) => ex`(${H.at(0, 0)} + ${H.at(1, 1)} + sqrt(trace(${H})^2 - 4*det(${H})))/2`],
      ['=2', ({ X, u, v }) => ex`${X.at(0, 0)}^2*(${u.at(0)}^2 + ${v.at(0)}^2)`],
    ],
  },
  {
    claim: 'sharpness/depth-minimum-tied',
    sizes: { L: 2, d: 1 },
    at: { W: [['1'], ['1']] },
    prints: [
      ['=2', 'right'],
      ['=4', 'left'],
    ],
  },
  {
    claim: 'sharpness/stable-l1-no-n',
    sizes: { n: 2, d: 2 },
    at: {
      X: [
        [root[2], '0'],
        ['0', root[2]],
      ],
      u: ['1', '1'],
      v: ['1', '1'],
      eta: '1',
    },
    prints: [
      ['2.000000000', ({ S }) => S],
      ['2.000000000', 'left'],
      ['=1', 'right'],
    ],
  },
];

const edge = ({ run, eta }: Names) => run.ifConverges(({ s }: Names) => that`${eta}*${s} <= 0`);
/** x = (1, 3), y = 3, u = v = 3/10, and the minimiser for given |uv| from its dual variable. */
const ENTROPY = { X: [['1', '3']], z: ['0', '1'], alpha: '3/10' } as const;
const DUAL = { reals: { lambda: real('[0, 2]') } };
const entropic = (i: number, p: Expr, lambda: Expr): Expr => ex`2*${p.at(i)}*sinh(${i === 0 ? 1 : 3}*${lambda})`;

const largeSteps: readonly Row[] = [
  {
    claim: 'catapult/squared-lands-flat',
    sizes: { m: 1 },
    at: { u: ['8/5'], v: ['1'], eta: '1' },
    steps: 1,
    change: { reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), eta: real('(0, 4]') } },
    prints: [
      ['=0', ({ run }) => run.at(1).u.at(0)],
      ['=-39/25', ({ run }) => run.at(1).v.at(0)],
      ['=1521/625', ({ run }) => run.at(1).lambda],
      ['=2.4336', ({ run }) => run.at(1).lambda],
      ['2.43', ({ run }) => run.at(1).lambda],
    ],
  },
  {
    claim: 'catapult/squared-above-4-grows',
    sizes: { m: 1 },
    at: { u: ['2'], v: ['1'], eta: '1' },
    steps: 1,
    prints: [
      ['=5', ({ lambda0 }) => lambda0],
      ['=0', ({ run }) => run.at(1).u.at(0)],
      ['=-3', ({ run }) => run.at(1).v.at(0)],
      ['=9', ({ run }) => run.at(1).lambda],
    ],
  },
  {
    claim: 'catapult/squared-rises-first',
    sizes: { m: 1 },
    at: { u: ['1.4'], v: ['1.1'], eta: '1' },
    prints: [
      ['=3.17', ({ lambda0 }) => lambda0],
      ['=0.2016', ({ run }) => ex`${run.at(1).p}/${run.at(0).p}`],
    ],
  },
  {
    claim: 'catapult/exponential-line-local',
    at: { z: '2.1', w: '2.5' },
    to: { z: '2.2' },
    root: ({ z }) => ex`2*${z}/sinh(${z}) - 1`,
    prints: [
      ['6.05', ({ w }) => ex`sinh(${w})`],
      ['=5', ({ w }) => ex`2*${w}`],
    ],
  },
  {
    claim: 'catapult/separable-plane',
    sizes: { n: 2 },
    // The mean of two losses is printed, the claim has the sum: half the step, twice the loss.
    at: {
      Z: [
        ['1', '10'],
        ['1', '-9'],
      ],
      s: ['1', '0'],
      w: ['0', '0'],
      eta: '5',
    },
    change: { reals: { Z: matrix('n', 2, '[-10, 10]') } },
    prints: [
      ['=5', ({ run }) => run.at(1).w.at(0)],
      ['=2.5', ({ run }) => run.at(1).w.at(1)],
      ['0.693', ({ run }) => ex`${run.at(0).loss}/2`],
      ['8.75', ({ run }) => ex`${run.at(1).loss}/2`],
    ],
  },
  {
    claim: 'factorization/difference-conserved',
    at: { x: '1.5', y: '0.5', mu: '1', eta: '0.3' },
    steps: 1,
    prints: [
      ['=1.98875', 'left'],
      ['=2', 'right'],
    ],
  },
  {
    claim: 'factorization/period-two-attracts-5-4',
    at: { s: '1', h: '5/4' },
    change: { assume: ({ h }: Names) => that`${h} <= 5/4` },
    prints: [
      ['=-1.125', ({ J }) => ex`${J.at(0, 0)} + ${J.at(0, 1)}`],
      ['=0.5', ({ J }) => ex`${J.at(0, 0)} - ${J.at(0, 1)}`],
    ],
  },
  {
    claim: 'factorization/period-two-attracts-5-4',
    at: { s: '1', h: '1.2360679775' },
    to: { h: '1.2360679774' },
    root: ({ J }) => ex`${J.at(0, 0)} + ${J.at(0, 1)} + 1`,
    prints: [['1.23607', ({ h }) => h]],
  },
  {
    claim: 'factorization/balanced-basin-small-step',
    at: { x: '2', mu: '1', eta: '0.9' },
    steps: 1,
    prints: [['=4', ({ run }) => ex`${run.at(0).x}^2`]],
  },
];

const landings: readonly Row[] = [
  {
    claim: 'catapult/lands-at-edge',
    // A step from here passes an unstable minimum at a distance of 5·10⁻¹⁰.
    at: { u: '1.6', v: '1.0000000001', eta: '1' },
    prints: [
      ['5e-10', ({ run }) => ex`abs(${run.at(1).a.at(0)}*${run.at(1).b.at(0)})`],
      ['-0.43', ({ run }) => ex`2 - ${run.at(1).lambda}`],
      ['0.594', ({ run }) => run.ifConverges(({ lambda }: Names) => that`2 - ${lambda} <= 0`)],
    ],
  },
  {
    claim: 'catapult/schedule-largest-step',
    // uv = 1/100, u² + v² = 3/2 to 20 digits.
    at: { u: '1.22471765332671961392', v: '0.00816514726707567613', eta1: '2.4', eta2: '0.1' },
    prints: [
      ['3.6000', ({ lambda0, eta1 }) => ex`${eta1}*${lambda0}`],
      ['1.49897', ({ run }) => run.ifConverges(({ lambda }: Names) => that`${lambda} <= 0`)],
      ['1.498966', ({ run }) => run.ifConverges(({ lambda }: Names) => that`${lambda} <= 0`)],
      ['0.8333', ({ eta1 }) => ex`2/${eta1}`],
    ],
  },
  {
    claim: 'catapult/schedule-alternating',
    at: { lambda: '1', eta1: '2.5', eta2: '0.5' },
    prints: [
      ['=0.75', ({ run }) => ex`abs(${run.at(1).x})`],
      ['=1.5', ({ lambda, eta1 }) => ex`abs(1 - ${eta1}*${lambda})`],
      ['=0.5', ({ lambda, eta2 }) => ex`abs(1 - ${eta2}*${lambda})`],
      ['=1', 'left'],
      ['=0.8', 'right'],
    ],
  },
  ...(
    [
      [20, '2.464059679086641', '2.464059679086642', '0.857'],
      [30, '3.745819369857191', '3.745819369857192', '0.983'],
      [40, '4.999545608576162', '4.999545608576163', '0.9982'],
      [60, '7.499995411424486', '7.499995411424487', '0.99998'],
    ] as const
  ).map(
    ([eta, z, above, multiplier]): Row => ({
      claim: 'catapult/logistic-cycle-fast',
      at: { z, w: '1' },
      to: { z: above },
      root: (all) => ex`${all.eta} - ${eta}`,
      change: { reals: { z: real('[1/100, 8]') } },
      prints: [[multiplier, ({ slope }) => ex`abs(${slope})`]],
      ...(eta === 20 ? { only: 'the multiplier is below 9/10' } : {}),
    }),
  ),
  {
    claim: 'factorization/settles-at-edge',
    at: { x: '3', y: '0.2', mu: '1', eta: '0.35' },
    prints: [['0.704', edge]],
  },
  {
    claim: 'factorization/settles-at-edge',
    at: { x: '2.5', y: '0.5', mu: '1', eta: '0.45' },
    prints: [['0.983', edge]],
  },
];

const entropies: readonly Row[] = [
  {
    claim: 'bias/descent-limit-final',
    at: { ...ENTROPY, eta: '0.04', lambda: '0' },
    change: DUAL,
    prints: [
      ['0.19122', ({ run }) => run.ifConverges(({ w }: Names) => that`${w.at(0)} <= 0`)],
      ['0.93626', ({ run }) => run.ifConverges(({ w }: Names) => that`${w.at(1)} <= 0`)],
    ],
  },
  {
    claim: 'bias/descent-limit-final',
    at: { ...ENTROPY, eta: '0.04', lambda: '1.142319126' },
    to: { lambda: '1.142319127' },
    change: DUAL,
    root: ({ run, lambda }) =>
      run.ifConverges(({ p }: Names) => that`${entropic(0, p, lambda)} + 3*${entropic(1, p, lambda)} - 3 <= 0`),
    prints: [
      ['0.23023', ({ run, lambda }) => run.ifConverges(({ p }: Names) => that`${entropic(0, p, lambda)} <= 0`)],
      ['0.92326', ({ run, lambda }) => run.ifConverges(({ p }: Names) => that`${entropic(1, p, lambda)} <= 0`)],
    ],
  },
  {
    claim: 'bias/descent-limit-final',
    at: { ...ENTROPY, eta: '0.04', lambda: '0.7877077648810115671' },
    to: { lambda: '0.7877077648810115672' },
    change: DUAL,
    root: ({ lambda }) => ex`0.18*(sinh(${lambda}) + 3*sinh(3*${lambda})) - 3`,
    prints: [
      ['0.15691', ({ lambda }) => ex`0.18*sinh(${lambda})`],
      ['0.94770', ({ lambda }) => ex`0.18*sinh(3*${lambda})`],
    ],
  },
  {
    claim: 'bias/descent-limit-final',
    // How far the limit is from the minimiser with the final |uv| when the steps are small.
    at: { ...ENTROPY, eta: '0.001', lambda: '0.7921473010' },
    to: { lambda: '0.7921473011' },
    change: DUAL,
    root: ({ run, lambda }) =>
      run.ifConverges(({ p }: Names) => that`${entropic(0, p, lambda)} + 3*${entropic(1, p, lambda)} - 3 <= 0`),
    prints: [
      [
        '0.00001',
        ({ run, lambda }) => run.ifConverges(({ w, p }: Names) => that`${entropic(0, p, lambda)} - ${w.at(0)} <= 0`),
      ],
    ],
  },
];

const discretization: readonly Row[] = [
  {
    claim: 'discretization/quadratic-sandwich-4',
    at: { z: '0.01' },
    prints: [
      ['3.32e-7', 'left'],
      ['=2.5e-7', 'right'],
    ],
  },
  {
    claim: 'discretization/flow-above-descent',
    sizes: { k: 2 },
    at: { z: '1.9' },
    prints: [
      ['0.022', 'right'],
      ['=0.81', 'left'],
    ],
  },
  {
    claim: 'descent/kernel-condition-2',
    sizes: { n: 1, d: 1 },
    at: { X: [['1']], y: ['-2'], u: ['1'], v: ['1'], eta: '1' },
    prints: [
      ['=2', ({ k }) => k],
      ['=3', ({ run }) => ex`sqrt(2*${run.at(0).loss})`],
      ['=6', ({ run }) => ex`sqrt(2*${run.at(1).loss})`],
    ],
  },
  {
    claim: 'descent/tied-no-overshoot-1-04',
    at: { u: '0.94868329805051379960', y: '1', eta: '0.26' },
    steps: 2,
    prints: [
      ['0.9000000000', ({ run }) => run.at(0).w],
      ['1.000147', ({ run }) => run.at(2).w],
    ],
  },
];

const averages: readonly Row[] = [
  // The start 0.8 is rounded to the grid; with 4 bits 1 stays where it is, and {15/16, 17/16} is a cycle.
  ...(
    [
      [4, 13, '=0', '=1.125'],
      [8, 205, '=1', '=1.12109375'],
      [12, 3277, '=1', '=1.12255859375'],
    ] as const
  ).map(
    ([f, k, entered, upper]): Row => ({
      claim: 'averages/period-two-quantized',
      sizes: { f },
      at: { k: `${k}` },
      only: 'this cycle has nearly the real average; others of the grid do not',
      prints: [
        ['=2', ({ run }) => run.cycle.period],
        [entered, ({ run }) => run.cycle.entered],
        [upper, ({ run }) => ex`max(${run.at(4).x}, ${run.at(5).x})`],
      ],
    }),
  ),
  {
    claim: 'averages/period-two-quantized',
    sizes: { f: 4 },
    at: { k: '16' },
    prints: [
      ['=1', ({ run }) => run.cycle.period],
      ['=1', ({ run }) => run.at(9).x],
    ],
  },
  {
    claim: 'averages/period-two-quantized',
    sizes: { f: 4 },
    at: { k: '15' },
    prints: [
      ['=15/16', ({ run }) => run.at(2).x],
      ['=17/16', ({ run }) => run.at(3).x],
      ['1.003906', ({ run }) => ex`(${run.at(2).x}^2 + ${run.at(3).x}^2)/2`],
    ],
  },
  {
    claim: 'averages/period-two-mean',
    at: { s: '1', h: '1.12', z: '1' },
    prints: [
      ['0.94643', 'left'],
      ['0.946429', 'left'],
      ['=1', 'right'],
    ],
  },
  {
    claim: 'averages/stability-convergent',
    at: { mu: '1', mu2: '1.01', eta: '1.12', z: '1' },
    prints: [
      ['0.00449', 'left'],
      ['=0.00005', 'right'],
    ],
  },
  {
    claim: 'averages/gap-same',
    sizes: { n: 1 },
    // σ²/n = 1/12000.
    at: { m: '1', sigma: '0.00912870929175276855', eta: '1.12' },
    prints: [
      ['4.167e-5', 'left'],
      ['8.333e-5', 'right'],
    ],
  },
];

reproduce([...sharpness, ...largeSteps, ...landings, ...entropies, ...discretization, ...averages]);
