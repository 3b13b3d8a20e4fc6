/** Numbers printed with false statements about sharpness, large steps, the edge of stability and discretization. */
import { descent, ex, matrix, real, squared, that, vector } from 'counterflow';
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
      ['=1.25', 'left'],
      ['=0', 'right'],
    ],
  },
  {
    claim: 'sharpness/risk-least-norm',
    at: { x1: '1', x2: '2', y: '2', truth: '1/2', s: '1/2', t: '1' },
    prints: [
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

reproduce([...sharpness, ...largeSteps, ...discretization, ...averages]);
