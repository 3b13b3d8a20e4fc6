import { by, claim, ex, exponential, flow, matrix, size, that, unit, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';
import { aboveMargin, belowLength } from './gradient-bound.ts';

export default claim('margin/inverse-loss-rate', {
  says: 'Along the gradient flow of the exponential loss 1/L grows with a rate between γ² and R².',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−(Zw)_i); γ = min_i z_i·q ≥ 0 for any unit q, R = max ‖z_i‖. The rate at an arbitrary state.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), q: unit('d') },
  where: ({ Z, w, q }) => ({
    start: flow({
      start: { w },
      observe: ({ w }) => ({ inverse: ex`1/${exponential('1', Z)(w)}` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(0),
    gamma: ex`min(${Z}*${q})`,
    R2: ex`max(diag(${Z}*${Z}'))`,
  }),
  assume: ({ gamma }) => that`${gamma} >= 0`,
  conclude: ({ start, gamma, R2 }) => that`${gamma}^2 <= ${start.rate.inverse} <= ${R2}`,
  derivation: ({ n, d, Z, w, q, start, gamma, R2 }) => {
    const e = ex`exp(-(${Z}*${w}))`;
    const g = ex`${Z}'*${e}`;
    return [
      by.positive(that`${e} > 0`),
      by.rewrite(that`${start.rate.inverse} = sum(${g}^2)/sum(${e})^2`),
      ...aboveMargin(Z, e, q, n, d),
      ...belowLength(Z, e, n),
      by.lemma(
        { r: start.rate.inverse, N: ex`sum(${g}^2)`, G: ex`norm(${g})`, L: ex`sum(${e})`, k: gamma, M: R2 },
        {
          from: ({ r, N, G, L, k, M }) => [
            that`${L} > 0`,
            that`${r} = ${N}/${L}^2`,
            that`${G}^2 = ${N}`,
            that`${k} >= 0`,
            that`${L}*${k} <= ${G}`,
            that`${N} <= ${M}*${L}^2`,
          ],
          shows: ({ r, k, M }) => that`${k}^2 <= ${r} <= ${M}`,
          steps: ({ N, G, L, k, M }) => [
            by.positive(that`(${L}*${k})^2 <= ${G}^2`),
            by.positive(that`(${N} - (${L}*${k})^2)/${L}^2 >= 0`),
            by.positive(that`(${M}*${L}^2 - ${N})/${L}^2 >= 0`),
          ],
        },
      ),
    ];
  },
});
