import { claim, ex, implies, real, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/sequential-box', {
  says: 'In the time T = 2t/ln(1/α) a mode of size σ is learned at T = 1/σ: below σ/3 up to σT = 0.9, above 3σ/4 from σT = 1.1, for α ≤ 10⁻⁶.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes, learned one after another' },
  notes: 'w = σ/(1 + (σ − α)α^{σT − 1}); α = e^{−A}.',
  reals: { sigma: real('[3/4, 2]'), T: real('[1/10, 3]'), A: real('[14, 60]') },
  where: ({ sigma, T, A }) => ({
    w: ex`${sigma}/(1 + (${sigma} - exp(-${A}))*exp(${A}*(1 - ${sigma}*${T})))`,
  }),
  conclude: ({ sigma, T, w }) => [
    implies(that`${sigma}*${T} <= 9/10`, that`${w} <= ${sigma}/3`),
    implies(that`${sigma}*${T} >= 11/10`, that`${w} >= 2*${sigma}/3`),
  ],
  boxes: 'conclusions',
});
