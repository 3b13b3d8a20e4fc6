import { claim, descent, ex, exponential, matrix, real, solve, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/exponential-step', {
  says: 'Exponential loss from 0, separable data: with η < 8/σ_max(Z)², the bound of the logistic loss, the loss never rises.',
  status: 'refuted',
  source: { ...soudry2018, where: 'its step size condition, with the smoothness of the logistic loss' },
  notes:
    'L(w) = Σ exp(−(Zw)_i), a sum. The logistic loss is σ²/4-smooth everywhere; the exponential one is σ²L-smooth where its value is L, so η < 2/(σ²L₀).',
  reals: { Z: matrix(2, 2, '[-6, 6]'), eta: real('(0, 1/2]') },
  where: ({ Z, eta }) => ({
    top: solve.largestEigenvalue(ex`${Z}'*${Z}`),
    gamma: solve.margin('l2', Z).value,
    run: descent({ start: { w: ex`zeros(2)` }, loss: ({ w }) => exponential('1', Z)(w), eta }),
  }),
  assume: ({ top, gamma, eta }) => [that`${gamma} > 0`, that`${eta}*${top} < 8`],
  conclude: ({ run }) => run.always(({ loss, next }) => that`${next.loss} <= ${loss}`),
});
