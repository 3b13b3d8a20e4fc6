import { by, claim, evolve, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/scalar-explicit', {
  says: 'One weight, one sample: w(t) = α²(p − 1/p) with p explicit in e^{4St}, S = √(y² + 4α⁴), solves the flow.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes:
    'w = u² − v² from u = v = α, loss ½(w − y)²: ẇ = 4√(w² + 4α⁴)(y − w), w(0) = 0. p = (p₋ + k p₊)/(1 + k), p± = (y ± S)/(2α²), k = (1 − p₋)/(p₊ − 1)·e^{4St}.',
  reals: { y: real('[1/8, 2]'), alpha: real('[1/4, 1]'), t: real('[0, 1]') },
  where: ({ y, alpha, t }) => {
    const S = ex`sqrt(${y}^2 + 4*${alpha}^4)`;
    const high = ex`(${y} + ${S})/(2*${alpha}^2)`;
    const low = ex`(${y} - ${S})/(2*${alpha}^2)`;
    const clock = (start: typeof t) =>
      evolve({
        start: { s: start },
        observe: ({ s }) => {
          const k = ex`(1 - ${low})/(${high} - 1)*exp(4*${S}*${s})`;
          const p = ex`(${low} + ${k}*${high})/(1 + ${k})`;
          return { k, p, w: ex`${alpha}^2*(${p} - 1/${p})` };
        },
        field: () => ({ s: ex`1` }),
      }).at(0);
    const now = clock(t);
    const start = clock(ex`0`);
    return { S, high, low, now, start, w: now.w, rate: now.rate.w, w0: start.w };
  },
  conclude: ({ y, alpha, w, rate, w0 }) => [
    that`${rate} = 4*sqrt(${w}^2 + 4*${alpha}^4)*(${y} - ${w})`,
    that`${w0} = 0`,
  ],
  derivation: ({ y, alpha, t, S, high, low, now, start, w, rate }) => {
    const e = ex`exp(4*${S}*${t})`;
    return [
      by.contradiction(that`${S} > 2*${alpha}^2`),
      by.positive(that`${high} - 1 > 0`),
      by.positive(that`1 + 1/${high} > 0`),
      by.ring(that`${low} = -1/${high}`),
      by.positive(that`1 - ${low} > 0`),
      by.law('expZero'),
      by.rewrite(that`exp(4*${S}*0) = 1`),
      by.law('expTangent', ex`4*${S}*${t}`),
      by.positive(that`${e} - 1 >= 0`),
      by.positive(that`1 + ${now.k} > 0`),
      by.positive(that`1 + ${start.k} > 0`),
      by.lemma(
        { h: high, l: low, e, k: now.k },
        {
          from: ({ h, l, e, k }) => [
            that`${h} - 1 > 0`,
            that`${e} - 1 >= 0`,
            that`${l} = -1/${h}`,
            that`${k} = (1 - ${l})/(${h} - 1)*${e}`,
          ],
          shows: ({ l, k, h }) => that`${l} + ${k}*${h} > 0`,
          steps: ({ h, e, k, l }) => [
            by.positive(that`${h} > 0`),
            by.positive(that`((${e} - 1)*${h}*(${h} + 1) + ${h}^2 + 1)/(${h}*(${h} - 1)) > 0`),
            by.rewrite(that`${k} = (1 + 1/${h})/(${h} - 1)*${e}`),
            by.rewrite(that`${l} + ${k}*${h} = ((${e} - 1)*${h}*(${h} + 1) + ${h}^2 + 1)/(${h}*(${h} - 1))`),
          ],
        },
      ),
      by.positive(that`${now.p} > 0`),
      by.lemma(
        { h: high, l: low, k: start.k },
        {
          from: ({ h, l, k }) => [that`${h} - 1 > 0`, that`1 + ${k} > 0`, that`${k} = (1 - ${l})/(${h} - 1)`],
          shows: ({ l, k, h }) => that`(${l} + ${k}*${h})/(1 + ${k}) = 1`,
        },
      ),
      by.ring(that`${y} = ${alpha}^2*(${high} - 1/${high})`),
      by.ring(that`${S} = ${alpha}^2*(${high} + 1/${high})`),
      by.ring(that`${rate} = 4*${S}*${now.k}*(${high} - ${low})/(1 + ${now.k})^2*(${alpha}^2*(1 + 1/${now.p}^2))`),
      by.lemma(
        { h: high, l: low, k: now.k, p: now.p, a: ex`${alpha}^2`, S, y },
        {
          from: ({ h, l, k, p, a, S, y }) => [
            that`${h} - 1 > 0`,
            that`1 + ${k} > 0`,
            that`${p} > 0`,
            that`${l} = -1/${h}`,
            that`${p} = (${l} + ${k}*${h})/(1 + ${k})`,
            that`${S} = ${a}*(${h} + 1/${h})`,
            that`${y} = ${a}*(${h} - 1/${h})`,
          ],
          shows: ({ h, l, k, p, a, S, y }) =>
            that`4*${S}*${k}*(${h} - ${l})/(1 + ${k})^2*(${a}*(1 + 1/${p}^2)) = 4*(${a}*(${p} + 1/${p}))*(${y} - ${a}*(${p} - 1/${p}))`,
          steps: ({ h, k, p, a, S, y, l }) => [
            by.positive(that`${h} > 0`),
            by.rewrite(that`${p} + 1/${h} = ${k}*(${h} + 1/${h})/(1 + ${k})`),
            by.rewrite(that`${h} - ${p} = (${h} + 1/${h})/(1 + ${k})`),
            by.rewrite(that`4*${S}*${k}*(${h} - ${l})/(1 + ${k})^2 = 4*${a}*(${p} + 1/${h})*(${h} - ${p})`),
            by.rewrite(that`${y} - ${a}*(${p} - 1/${p}) = ${a}*(${h} - ${p})*(${p} + 1/${h})/${p}`),
            by.ring(
              that`4*${a}*(${p} + 1/${h})*(${h} - ${p})*(${a}*(1 + 1/${p}^2)) = 4*(${a}*(${p} + 1/${p}))*(${a}*(${h} - ${p})*(${p} + 1/${h})/${p})`,
            ),
          ],
        },
      ),
      by.root(that`sqrt(${w}^2 + 4*${alpha}^4) = ${alpha}^2*(${now.p} + 1/${now.p})`),
      by.lemma(
        {
          r: rate,
          f: ex`4*${S}*${now.k}*(${high} - ${low})/(1 + ${now.k})^2*(${alpha}^2*(1 + 1/${now.p}^2))`,
          q: ex`sqrt(${w}^2 + 4*${alpha}^4)`,
          Q: ex`${alpha}^2*(${now.p} + 1/${now.p})`,
          gap: ex`${y} - ${w}`,
        },
        {
          from: ({ r, f, q, Q, gap }) => [that`${r} = ${f}`, that`${f} = 4*${Q}*${gap}`, that`${q} = ${Q}`],
          shows: ({ r, q, gap }) => that`${r} = 4*${q}*${gap}`,
        },
      ),
      by.lemma(
        { p: start.p, a: ex`${alpha}^2` },
        {
          from: ({ p }) => that`${p} = 1`,
          shows: ({ p, a }) => that`${a}*(${p} - 1/${p}) = 0`,
          steps: ({ p }) => by.positive(that`${p} > 0`),
        },
      ),
    ];
  },
});
