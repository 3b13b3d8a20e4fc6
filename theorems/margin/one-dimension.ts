import { and, by, claim, descent, type Expr, ex, real, that } from 'counterflow';
import { logBelow, logRises } from '../_hyperbolic.ts';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/one-dimension', {
  says: 'GD on e^{−w} from 0: ln(1 + η(t + 1)) ≤ w_{t+1} ≤ η + ln(1 + ηt) for t ≥ 0, for every step size.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  reals: { eta: real('(0, 20]') },
  where: ({ eta }) => ({ run: descent({ start: { w: ex`0` }, loss: ({ w }) => ex`exp(-${w})`, eta }) }),
  conclude: ({ run, eta }) =>
    run.always(({ t, next }) => that`ln(1 + ${eta}*(${t} + 1)) <= ${next.w} <= ${eta} + ln(1 + ${eta}*${t})`),
  derivation: ({ run, eta }) => [
    by.law('expZero'),
    by.law('logExp', 0),
    by.rewrite(that`ln(exp(0)) = ln(1)`),
    by.ring(that`ln(1 + ${eta}*0) = ln(1)`),
    by.rewrite(that`ln(1 + ${eta}*0) = 0`),
    by.induction(run, {
      keeps: ({ w, t }) =>
        and(
          that`${t} >= 0`,
          that`1 + ${eta}*${t} <= exp(${w})`,
          that`${w} + ${eta}*exp(-${w}) <= ${eta} + ln(1 + ${eta}*${t})`,
        ),
      step: ({ w, t, next }) => step({ w, n: next.w, k: t, h: eta }),
    }),
    by.always(run, ({ w, t, next }) => [
      ...step({ w, n: next.w, k: t, h: eta }),
      logBelow(ex`1 + ${eta}*(${t} + 1)`, next.w),
    ]),
  ],
});

type Step = { readonly [N in 'w' | 'n' | 'k' | 'h']: Expr };
/** With Y = 1 + ηt and Z = Y + η: e^{w⁺} ≥ e^w + η ≥ Z, and ηe^{−w⁺} ≤ η/Z = 1 − Y/Z ≤ ln Z − ln Y. */
const step = (put: Step) => [
  by.lemma(put, {
    from: ({ w, n, k, h }) => [
      that`${k} >= 0`,
      that`${h} > 0`,
      that`1 + ${h}*${k} <= exp(${w})`,
      that`${n} = ${w} + ${h}*exp(-${w})`,
    ],
    shows: ({ n, k, h }) => and(that`1 + ${h}*(${k} + 1) > 0`, that`1 + ${h}*(${k} + 1) <= exp(${n})`),
    steps: ({ w, h, k, n }) => [
      by.law('expTangent', ex`${h}*exp(-${w})`),
      by.law('expAdd', w, ex`${h}*exp(-${w})`),
      by.law('expNeg', w),
      by.rewrite(that`exp(${n}) = exp(${w})*exp(${h}*exp(-${w}))`),
      by.positive(that`exp(${w})*(exp(${h}*exp(-${w})) - (1 + ${h}*exp(-${w}))) >= 0`),
      by.rewrite(that`exp(${n}) - (exp(${w}) + ${h}) = exp(${w})*(exp(${h}*exp(-${w})) - (1 + ${h}*exp(-${w})))`),
      by.positive(that`exp(${n}) >= exp(${w}) + ${h}`),
      by.positive(that`1 + ${h}*(${k} + 1) > 0`),
    ],
  }),
  by.lemma(put, {
    from: ({ w, n, k, h }) => [
      that`${k} >= 0`,
      that`${h} > 0`,
      that`1 + ${h}*(${k} + 1) <= exp(${n})`,
      that`${n} = ${w} + ${h}*exp(-${w})`,
      that`${w} + ${h}*exp(-${w}) <= ${h} + ln(1 + ${h}*${k})`,
    ],
    shows: ({ n, k, h }) =>
      and(that`${n} <= ${h} + ln(1 + ${h}*${k})`, that`${n} + ${h}*exp(-${n}) <= ${h} + ln(1 + ${h}*(${k} + 1))`),
    steps: ({ n, k, h }) => [
      by.positive(that`1 + ${h}*${k} > 0`),
      by.positive(that`1 + ${h}*(${k} + 1) > 0`),
      by.law('expNeg', n),
      by.lemma(
        { E: ex`exp(${n})`, F: ex`exp(-${n})`, Z: ex`1 + ${h}*(${k} + 1)`, h },
        {
          from: ({ E, F, Z, h }) => [
            that`${Z} > 0`,
            that`${F} > 0`,
            that`${h} > 0`,
            that`${E}*${F} = 1`,
            that`${Z} <= ${E}`,
          ],
          shows: ({ F, Z, h }) => that`${h}*${F} <= ${h}/${Z}`,
          steps: ({ E, F, Z, h }) => [
            by.positive(that`${h}*${F}*(${E} - ${Z})/${Z} >= 0`),
            by.rewrite(that`${h}/${Z} - ${h}*${F} = ${h}*${F}*(${E} - ${Z})/${Z}`),
          ],
        },
      ),
      logRises(ex`1 + ${h}*${k}`, ex`1 + ${h}*(${k} + 1)`),
      by.ring(that`1 - (1 + ${h}*${k})/(1 + ${h}*(${k} + 1)) = ${h}/(1 + ${h}*(${k} + 1))`),
    ],
  }),
];
