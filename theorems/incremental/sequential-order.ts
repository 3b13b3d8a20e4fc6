import { by, claim, ex, real, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/sequential-order', {
  says: 'At t = (T/2) ln(1/α) a mode is learned up to σ²α^{σT−1} and not begun up to σα^{1−σT}/(σ − α): a step at T = 1/σ.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its limit of vanishing initialization; the rates are ours' },
  notes: 'w = σ/(1 + (σ − α)α^{σT − 1}) with 0 < α < min(σ, 1); α^{σT − 1} is written as an exponential.',
  reals: { sigma: real('(0, 3]'), alpha: real('(0, 1)', { scale: 'log' }), T: real('(0, 4]') },
  where: ({ sigma, alpha, T }) => {
    const power = ex`exp((${sigma}*${T} - 1)*ln(${alpha}))`;
    return { power, w: ex`${sigma}/(1 + (${sigma} - ${alpha})*${power})` };
  },
  assume: ({ sigma, alpha }) => that`${alpha} < ${sigma}`,
  conclude: ({ sigma, alpha, power, w }) => [
    that`${w} >= ${sigma} - ${sigma}^2*${power}`,
    that`${w} <= ${sigma}/((${sigma} - ${alpha})*${power})`,
  ],
  derivation: ({ sigma, alpha, power, w }) => [
    by.positive(that`${sigma} - ${alpha} > 0`),
    by.positive(that`1 + (${sigma} - ${alpha})*${power} > 0`),
    by.positive(
      that`${sigma}*${power}*(${alpha} + ${sigma}*(${sigma} - ${alpha})*${power})/(1 + (${sigma} - ${alpha})*${power}) >= 0`,
    ),
    by.positive(that`${w} >= ${sigma} - ${sigma}^2*${power}`),
    by.positive(that`${sigma}/((${sigma} - ${alpha})*${power})/(1 + (${sigma} - ${alpha})*${power}) >= 0`),
  ],
});
