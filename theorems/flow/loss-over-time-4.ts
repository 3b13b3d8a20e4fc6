import { claim, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/loss-over-time-4', {
  says: 'Gradient flow on one weight w = u² − v² from u = v = α: L(t) ≤ Q_α(y)/(16t), half the true constant.',
  status: 'refuted',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes: 'Loss ½(w − y)² with the explicit solution w(t) = α²(p − 1/p); Q_α(y) = y asinh(y/2α²) − √(y² + 4α⁴) + 2α².',
  reals: { y: real('[1/8, 2]'), alpha: real('[1/1000, 1]', { scale: 'log' }), t: real('(0, 8]') },
  where: ({ y, alpha, t }) => {
    const S = ex`sqrt(${y}^2 + 4*${alpha}^4)`;
    const high = ex`(${y} + ${S})/(2*${alpha}^2)`;
    const low = ex`(${y} - ${S})/(2*${alpha}^2)`;
    const k = ex`(1 - ${low})/(${high} - 1)*exp(4*${S}*${t})`;
    const p = ex`(${low} + ${k}*${high})/(1 + ${k})`;
    const w = ex`${alpha}^2*(${p} - 1/${p})`;
    return {
      loss: ex`(${w} - ${y})^2/2`,
      Q: ex`${y}*asinh(${y}/(2*${alpha}^2)) - ${S} + 2*${alpha}^2`,
    };
  },
  conclude: ({ loss, Q, t }) => that`16*${t}*${loss} <= ${Q}`,
});
