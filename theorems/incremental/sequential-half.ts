import { claim, ex, real, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/sequential-half', {
  says: 'At the critical time t = ln(1/α)/(2σ) a mode is at half of its target up to α.',
  status: 'refuted',
  source: { ...gidel2019, where: 'its modes; rederived' },
  notes: 'It is at σ/(1 + σ − α), which is σ/2 only for σ = 1.',
  reals: { sigma: real('(0, 3]'), alpha: real('(0, 1/2]', { scale: 'log' }) },
  where: ({ sigma, alpha }) => ({
    w: ex`${sigma}/(1 + (${sigma}/${alpha} - 1)*exp(-2*${sigma}*(-ln(${alpha})/(2*${sigma}))))`,
  }),
  assume: ({ sigma, alpha }) => that`${alpha} < ${sigma}`,
  conclude: ({ sigma, alpha, w }) => that`abs(${w} - ${sigma}/2) <= ${alpha}`,
});
