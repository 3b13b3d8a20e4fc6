import { and, by, claim, descent, type Expr, ex, real, that } from 'counterflow';
import { inverse, sinhAbove, tanhBefore, tanhInside, tanhRatioFalls } from '../_hyperbolic.ts';
import { huang2020 } from '../_papers.ts';
import { sigmoids, within } from './logistic-line.ts';

export default claim('catapult/logistic-cycle', {
  says: 'η = 8z/tanh z: ±2z is a 2-cycle, attracting with multiplier 4z/sinh 2z − 1, and every step brings |w| nearer to 2z.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; the cycle is rederived' },
  notes: 'w ↦ w − (η/2) tanh(w/2), every η > 8 is of this form. The multiplier is that of the map of |w|.',
  reals: { z: real('[1/100, 6]'), w: real('(0, 30]') },
  where: ({ z, w }) => {
    const eta = ex`8*${z}/tanh(${z})`;
    const from = (start: typeof w) =>
      descent({ start: { s: start }, loss: ({ s }) => ex`(ln(1 + exp(-${s})) + ln(1 + exp(${s})))/2`, eta, steps: 1 });
    return {
      eta,
      image: ex`tanh(${z})*${eta}/8`,
      slope: from(ex`2*${z}`).jacobian(1).at(0, 0),
      step: from(w).at(1).s,
      after: ex`abs(${from(w).at(1).s})`,
    };
  },
  assume: ({ z, w }) => that`${w} != 2*${z}`,
  conclude: ({ z, w, image, slope, after }) => [
    that`${image} = ${z}`,
    that`-${slope} = 4*${z}/sinh(2*${z}) - 1`,
    that`abs(${slope}) < 1`,
    that`abs(${after} - 2*${z}) < abs(${w} - 2*${z})`,
  ],
  derivation: ({ z, w, eta, slope, step, after }) => {
    const [F, G] = [ex`exp(-2*${z})`, ex`exp(2*${z})`];
    const u = ex`${w}/2`;
    return [
      by.positive(that`2*${z} > 0`),
      sinhAbove(ex`2*${z}`),
      tanhInside(z),
      by.positive(that`tanh(${z}) > 0`),
      by.law('expNeg', ex`2*${z}`),
      inverse(G, F),
      by.law('expTangent', ex`2*${z}`),
      by.law('sinhExp', ex`2*${z}`),
      by.ring(that`${slope} = 1 - ${eta}/2*(${F}/(1 + ${F})^2 + ${G}/(1 + ${G})^2)`),
      by.lemma({ z, F, G, h: eta, T: ex`tanh(${z})`, S: ex`sinh(2*${z})`, s: slope }, multiplier),
      within(slope, ex`1`),
      sigmoids(w),
      by.rewrite(that`${step} = ${w} - ${eta}*tanh(${u})/2`),
      by.cases(that`abs(${after} - 2*${z}) < abs(${w} - 2*${z})`, {
        between: [w, ex`2*${z}`],
        below: [
          by.positive(that`2*${z} - ${w} >= 0`),
          by.positive(that`2*${z} - ${w} != 0`),
          by.positive(that`2*${z} - ${w} > 0`),
          by.root(that`abs(${w} - 2*${z}) = 2*${z} - ${w}`),
          by.positive(that`${u} > 0`),
          by.positive(that`${u} < ${z}`),
          tanhRatioFalls(u, z),
          tanhBefore(u, z),
          by.lemma({ w, z, h: eta, T: ex`tanh(${z})`, R: ex`tanh(${u})`, x: step }, before),
          within(ex`${after} - 2*${z}`, ex`2*${z} - ${w}`),
        ],
        above: [
          by.positive(that`${w} - 2*${z} >= 0`),
          by.positive(that`${w} - 2*${z} > 0`),
          by.root(that`abs(${w} - 2*${z}) = ${w} - 2*${z}`),
          by.positive(that`${z} < ${u}`),
          tanhRatioFalls(z, u),
          tanhBefore(z, u),
          by.lemma({ w, z, h: eta, T: ex`tanh(${z})`, R: ex`tanh(${u})`, x: step }, beyond),
          within(ex`${after} - 2*${z}`, ex`${w} - 2*${z}`),
        ],
      }),
    ];
  },
});

type Slope = { readonly [N in 'z' | 'F' | 'G' | 'h' | 'T' | 'S' | 's']: Expr };
/** By G = e^{2z}: the slope is 1 − 4z/sinh 2z, and 0 < 2z < sinh 2z. */
const multiplier = {
  from: ({ z, F, G, h, T, S, s }: Slope) => [
    that`${z} > 0`,
    that`${F} = 1/${G}`,
    that`1 + 2*${z} <= ${G}`,
    that`${T} = (${G} - 1)/(${G} + 1)`,
    that`${S} = (${G} - ${F})/2`,
    that`2*${z} + (2*${z})^3/6 <= ${S}`,
    that`${h} = 8*${z}/${T}`,
    that`${s} = 1 - ${h}/2*(${F}/(1 + ${F})^2 + ${G}/(1 + ${G})^2)`,
  ],
  shows: ({ z, S, s }: Slope) => and(that`-${s} = 4*${z}/${S} - 1`, that`-1 < ${s}`, that`${s} < 1`),
  steps: ({ z, G, h, S, s }: Slope) => [
    by.positive(that`${G} - 1 > 0`),
    by.positive(that`${G} > 0`),
    by.positive(that`(2*${z})^3/6 > 0`),
    by.positive(that`${S} - 2*${z} > 0`),
    by.positive(that`${S} > 0`),
    by.rewrite(that`${h} = 8*${z}*(${G} + 1)/(${G} - 1)`),
    by.rewrite(that`${S} = (${G}^2 - 1)/(2*${G})`),
    by.positive(that`${G}^2 - 1 > 0`),
    by.rewrite(that`${s} = 1 - 8*${z}*${G}/(${G}^2 - 1)`),
    by.rewrite(that`4*${z}/${S} = 8*${z}*${G}/(${G}^2 - 1)`),
    by.positive(that`4*${z}/${S} > 0`),
    by.positive(that`2*(${S} - 2*${z})/${S} > 0`),
    by.ring(that`2 - 4*${z}/${S} = 2*(${S} - 2*${z})/${S}`),
  ],
};

type Step = { readonly [N in 'w' | 'z' | 'h' | 'T' | 'R' | 'x']: Expr };
/** The step of w is by q = 4zR/T, R = tanh(w/2), T = tanh z. */
const long = ({ w, z, h, T, R, x }: Step) => [
  that`${w} > 0`,
  that`${T} > 0`,
  that`${h} = 8*${z}/${T}`,
  that`${x} = ${w} - ${h}*${R}/2`,
];
const size = ({ w, z, T, R, x }: Step) => by.rewrite(that`${x} = ${w} - 4*${z}*${R}/${T}`);
const before = {
  from: (all: Step) => [
    ...long(all),
    that`${all.w}/2*${all.T} < ${all.z}*${all.R}`,
    that`${all.R} < ${all.T}`,
    that`${all.z} > 0`,
  ],
  shows: ({ w, z, x }: Step) =>
    and(that`-(2*${z} - ${w}) < abs(${x}) - 2*${z}`, that`abs(${x}) - 2*${z} < 2*${z} - ${w}`),
  steps: (all: Step) => [
    size(all),
    by.positive(that`(4*${all.z}*${all.R} - 2*${all.w}*${all.T})/${all.T} > 0`),
    by.positive(that`4*${all.z}*(${all.T} - ${all.R})/${all.T} > 0`),
    by.rewrite(that`-${all.x} - ${all.w} = (4*${all.z}*${all.R} - 2*${all.w}*${all.T})/${all.T}`),
    by.rewrite(that`${all.x} + 4*${all.z} - ${all.w} = 4*${all.z}*(${all.T} - ${all.R})/${all.T}`),
    by.positive(that`-${all.x} - ${all.w} > 0`),
    by.positive(that`-${all.x} > 0`),
    by.root(that`abs(${all.x}) = -${all.x}`),
  ],
};
const beyond = {
  from: (all: Step) => [
    ...long(all),
    that`${all.z}*${all.R} < ${all.w}/2*${all.T}`,
    that`${all.T} < ${all.R}`,
    that`${all.z} > 0`,
  ],
  shows: ({ w, z, x }: Step) =>
    and(that`-(${w} - 2*${z}) < abs(${x}) - 2*${z}`, that`abs(${x}) - 2*${z} < ${w} - 2*${z}`),
  steps: (all: Step) => [
    size(all),
    by.positive(that`${all.R} > 0`),
    by.positive(that`(2*${all.w}*${all.T} - 4*${all.z}*${all.R})/${all.T} > 0`),
    by.positive(that`4*${all.z}*(${all.R} - ${all.T})/${all.T} > 0`),
    by.positive(that`4*${all.z}*${all.R}/${all.T} > 0`),
    by.rewrite(that`${all.x} + ${all.w} = (2*${all.w}*${all.T} - 4*${all.z}*${all.R})/${all.T}`),
    by.rewrite(that`${all.w} - ${all.x} = 4*${all.z}*${all.R}/${all.T}`),
    by.rewrite(that`-${all.x} - (4*${all.z} - ${all.w}) = 4*${all.z}*(${all.R} - ${all.T})/${all.T}`),
    by.positive(that`-${all.w} < ${all.x}`),
    by.positive(that`${all.x} < ${all.w}`),
    within(all.x, all.w),
    by.contradiction(that`-${all.x} <= abs(${all.x})`),
  ],
};
