import { and, by, claim, descent, type Expr, ex, iff, real, that } from 'counterflow';
import { sinhRatioRises } from '../_hyperbolic.ts';
import { huang2020 } from '../_papers.ts';
import { within } from './logistic-line.ts';

export default claim('catapult/exponential-line', {
  says: 'Loss cosh w, η = 2z/sinh z: |w| falls in a step exactly inside |w| < z and grows outside.',
  status: 'theorem',
  source: { ...huang2020, where: 'its separable and degenerate data; rederived' },
  notes: 'Exponential loss on one input with both labels, w ↦ w − η sinh w; every η < 2 is of this form.',
  reals: { z: real('(0, 5]'), w: real('[-8, 8]') },
  where: ({ z, w }) => ({
    run: descent({ start: { s: w }, loss: ({ s }) => ex`cosh(${s})`, eta: ex`2*${z}/sinh(${z})`, steps: 1 }),
  }),
  assume: ({ z, w }) => [that`${w} != 0`, that`${w}^2 != ${z}^2`],
  conclude: ({ run, z, w }) => iff(that`abs(${run.at(1).s}) < abs(${w})`, that`abs(${w}) < ${z}`),
  derivation: ({ run, z, w }) => {
    const step = run.at(1).s;
    return [
      by.law('sinhExp', w),
      by.law('sinhExp', ex`-${w}`),
      by.ring(that`exp(-(-${w})) = exp(${w})`),
      by.rewrite(that`sinh(-${w}) = -sinh(${w})`),
      by.assuming(
        that`abs(${w}) < ${z}`,
        by.cases(that`abs(${step}) < abs(${w})`, {
          between: [w, 0],
          below: [
            by.root(that`abs(${w}) = -${w}`),
            by.positive(that`0 < -${w}`),
            ...inside(ex`-${w}`, z, ex`-${step}`),
            within(step, ex`-${w}`),
          ],
          above: [by.root(that`abs(${w}) = ${w}`), by.positive(that`0 < ${w}`), ...inside(w, z, step), within(step, w)],
        }),
      ),
      by.assuming(
        that`abs(${step}) < abs(${w})`,
        by.cases(that`abs(${w}) < ${z}`, {
          between: [w, 0],
          below: [
            by.root(that`abs(${w}) = -${w}`),
            by.positive(that`0 < -${w}`),
            by.contradiction(that`-${w} < ${z}`, outside(ex`-${w}`, z, ex`-${step}`)),
          ],
          above: [
            by.root(that`abs(${w}) = ${w}`),
            by.positive(that`0 < ${w}`),
            by.contradiction(that`${w} < ${z}`, outside(w, z, step)),
          ],
        }),
      ),
    ];
  },
});

/** 0 < w < z: with sinh w/w < sinh z/z, 0 < η sinh w < 2w. */
const inside = (w: Expr, z: Expr, n: Expr) => [
  by.positive(that`${w} < ${z}`),
  sinhRatioRises(w, z),
  by.lemma(
    { w, z, n, p: ex`sinh(${w})`, q: ex`sinh(${z})` },
    {
      from: ({ w, z, n, p, q }) => [
        that`0 < ${w}`,
        that`0 < ${z}`,
        that`0 < ${p}`,
        that`0 < ${q}`,
        that`${z}*${p} < ${w}*${q}`,
        that`${n} = ${w} - 2*${z}/${q}*${p}`,
      ],
      shows: ({ w, n }) => and(that`-${w} < ${n}`, that`${n} < ${w}`),
    },
  ),
];
/** z < w: with sinh z/z < sinh w/w, the step is longer than 2w. */
const outside = (w: Expr, z: Expr, n: Expr) => [
  by.positive(that`${w} - ${z} != 0`),
  by.positive(that`${w} - ${z} >= 0`),
  by.positive(that`${w} - ${z} > 0`),
  by.positive(that`${z} < ${w}`),
  sinhRatioRises(z, w),
  by.lemma(
    { w, z, n, p: ex`sinh(${w})`, q: ex`sinh(${z})` },
    {
      from: ({ w, z, n, p, q }) => [
        that`0 < ${w}`,
        that`0 < ${z}`,
        that`0 < ${q}`,
        that`${w}*${q} < ${z}*${p}`,
        that`${n} = ${w} - 2*${z}/${q}*${p}`,
      ],
      shows: ({ w, n }) => that`${w} < abs(${n})`,
      steps: ({ w, z, n, p, q }) => [
        by.positive(that`${w} < ${z}*${p}/${q}`),
        by.positive(that`0 < -${w} - ${n}`),
        by.root(that`abs(${n}) = -${n}`),
      ],
    },
  ),
];
