import { and, by, claim, descent, type Expr, ex, real, that } from 'counterflow';
import { tanhBelow } from '../_hyperbolic.ts';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/logistic-line', {
  says: 'Logistic regression on one input with both labels: if η ≤ 8, |w| falls at every step.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; rederived' },
  notes: 'Loss ½[ln(1 + e^{−w}) + ln(1 + e^w)], so w ↦ w − (η/2) tanh(w/2) and 8 = 2/curvature at 0.',
  reals: { w: real('[-20, 20]'), eta: real('(0, 8]') },
  where: ({ w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => ex`(ln(1 + exp(-${w})) + ln(1 + exp(${w})))/2`, eta, steps: 20 }),
  }),
  assume: ({ w }) => that`${w} != 0`,
  conclude: ({ run }) => that`abs(${run.at(1).w}) < abs(${run.at(0).w})`,
  derivation: ({ run, w, eta }) => {
    const step = run.at(1).w;
    // With T = tanh(w/2): 0 < ηT/2 ≤ 4T < 2w if w > 0, so that w⁺ = w − ηT/2 lies between −w and w.
    const inside = (w: Expr, after: Expr) =>
      by.lemma(
        { w, T: ex`tanh(${w}/2)`, h: eta, q: after },
        {
          from: ({ w, T, h, q }) => [
            that`0 < ${w}`,
            that`0 < ${T}`,
            that`${T} + ${T}^3/3 <= ${w}/2`,
            that`0 < ${h}`,
            that`${h} <= 8`,
            that`${q} = ${w} - ${h}*${T}/2`,
          ],
          shows: ({ w, q }) => and(that`-${w} < ${q}`, that`${q} < ${w}`),
          steps: ({ T, h }) => [
            by.positive(that`${T}^3/3 > 0`),
            by.positive(that`${h}*${T}/2 > 0`),
            by.positive(that`(8 - ${h})*${T} >= 0`),
          ],
        },
      );
    return [
      sigmoids(w),
      by.rewrite(that`${step} = ${w} - ${eta}*tanh(${w}/2)/2`),
      by.axiom(that`tanh(-${w}/2) = -tanh(${w}/2)`),
      by.cases(that`abs(${step}) < abs(${w})`, {
        between: [w, 0],
        below: [
          by.root(that`abs(${w}) = -${w}`),
          by.positive(that`0 < -${w}`),
          tanhBelow(ex`-${w}/2`),
          inside(ex`-${w}`, ex`-${step}`),
          within(step, ex`-${w}`),
        ],
        above: [
          by.root(that`abs(${w}) = ${w}`),
          by.positive(that`0 < ${w}`),
          tanhBelow(ex`${w}/2`),
          inside(w, step),
          within(step, w),
        ],
      }),
    ];
  },
});

/** −b < x < b gives |x| < b. */
export const within = (x: Expr, b: Expr) =>
  by.lemma(
    { x, b },
    {
      from: ({ x, b }) => [that`-${b} < ${x}`, that`${x} < ${b}`],
      shows: ({ x, b }) => that`abs(${x}) < ${b}`,
      steps: ({ x, b }) =>
        by.cases(that`abs(${x}) < ${b}`, {
          between: [x, 0],
          below: by.root(that`abs(${x}) = -${x}`),
          above: by.root(that`abs(${x}) = ${x}`),
        }),
    },
  );

/** The slope of the loss: tanh(x/2) is a difference of logistic functions; with E = e^{x/2} it is (E² − 1)/(E² + 1). */
export const sigmoids = (x: Expr) =>
  by.lemma(
    { x },
    {
      shows: ({ x }) => that`exp(${x})/(1 + exp(${x})) - exp(-${x})/(1 + exp(-${x})) = tanh(${x}/2)`,
      steps: ({ x }) => [
        by.law('expAdd', ex`${x}/2`, ex`${x}/2`),
        by.law('expNeg', ex`${x}/2`),
        by.law('expNeg', x),
        by.law('tanhRatio', ex`${x}/2`),
        by.law('sinhExp', ex`${x}/2`),
        by.law('coshExp', ex`${x}/2`),
        by.rewrite(that`exp(${x}) = exp(${x}/2)^2`),
        by.rewrite(that`exp(-${x}) = 1/exp(${x}/2)^2`),
        by.rewrite(that`exp(-(${x}/2)) = 1/exp(${x}/2)`),
        by.rewrite(that`tanh(${x}/2) = (exp(${x}/2)^2 - 1)/(exp(${x}/2)^2 + 1)`),
      ],
    },
  );
