import { claim, evolve, ex, real, that } from 'counterflow';

export default claim('flow/scalar-explicit', {
  says: 'One weight, one sample: w(t) = α²(p − 1/p) with p explicit in e^{4St}, S = √(y² + 4α⁴), solves the flow.',
  status: 'theorem',
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
          return { w: ex`${alpha}^2*(${p} - 1/${p})` };
        },
        field: () => ({ s: ex`1` }),
      }).at(0);
    const now = clock(t);
    return { S, w: now.w, rate: now.rate.w, w0: clock(ex`0`).w };
  },
  conclude: ({ y, alpha, w, rate, w0 }) => [
    that`${rate} = 4*sqrt(${w}^2 + 4*${alpha}^4)*(${y} - ${w})`,
    that`${w0} = 0`,
  ],
});
