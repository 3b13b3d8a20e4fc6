import { by, ex, that } from 'counterflow';
import descent from './one-step.ts';

export default descent.variant('descent/one-step-sharp', {
  says: 'One step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 0.708497: the sharp constant is 6 − 2√7 = 0.7084973…',
  status: 'theorem',
  notes:
    'L₁ = L₀f², f = 1 − ηs + η²(p − 1)p, s = u² + v², p = uv. f ≤ 1 by signs; boxes certify 1 + f ≥ λ(c − ηs) with λ = 2.6458, which needs no hypothesis and is least, about 10⁻⁶, at u = v, η = 4. With 0.7084978 it is refuted.',
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 0.708497`,
  boxes: ({ u, v, eta }) =>
    that`2.6458*(0.708497 - ${eta}*(${u}^2 + ${v}^2)) <= 2 - ${eta}*(${u}^2 + ${v}^2) + ${eta}^2*(${u}*${v} - 1)*${u}*${v}`,
  derivation: ({ run, u, v, eta }) => [
    by.ring(
      that`${run.at(1).loss} = ${run.at(0).loss}*(1 - ${eta}*(${u}^2 + ${v}^2) + ${eta}^2*(${u}*${v} - 1)*${u}*${v})^2`,
    ),
    by.positive(that`(${u} - ${v})^2 >= 0`),
    by.positive(that`${u}*${v} >= 0`),
    by.lemma(
      { p: ex`${u}*${v}`, s: ex`${u}^2 + ${v}^2`, h: eta, L: run.at(0).loss, M: run.at(1).loss },
      {
        from: ({ p, s, h, L, M }) => [
          that`${L} >= 0`,
          that`0 < ${h}`,
          that`${p} >= 0`,
          that`2*${p} <= ${s}`,
          that`${h}*${s} <= 0.708497`,
          that`2.6458*(0.708497 - ${h}*${s}) <= 2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p}`,
          that`${M} = ${L}*(1 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})^2`,
        ],
        shows: ({ L, M }) => that`${M} <= ${L}`,
        steps: ({ p, s, h, L, M }) => [
          by.positive(that`0 <= ${h}*${p}`),
          by.positive(that`${h}*${p} <= ${h}*${s}/2`),
          by.positive(that`2.6458*(0.708497 - ${h}*${s}) >= 0`),
          by.positive(that`2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p} >= 0`),
          by.positive(that`${h}*${p}*(${h}*${s}/2 - ${h}*${p}) >= 0`),
          by.positive(that`${h}*${p}*(0.708497 - ${h}*${s}) >= 0`),
          by.positive(that`${h}^2*${p} >= 0`),
          by.positive(that`${h}*${s} - ${h}^2*(${p} - 1)*${p} >= 0`),
          by.positive(that`${L}*(2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})*(${h}*${s} - ${h}^2*(${p} - 1)*${p}) >= 0`),
          by.rewrite(
            that`${L} - ${M} = ${L}*(2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})*(${h}*${s} - ${h}^2*(${p} - 1)*${p})`,
          ),
        ],
      },
    ),
  ],
});
