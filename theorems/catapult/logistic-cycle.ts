import { claim, descent, ex, real, that } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/logistic-cycle', {
  says: 'η = 8z/tanh z: ±2z is a 2-cycle, attracting with multiplier 4z/sinh 2z − 1, and every step brings |w| nearer to 2z.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; the cycle is rederived' },
  notes: 'w ↦ w − (η/2) tanh(w/2), every η > 8 is of this form. The multiplier is that of the map of |w|.',
  reals: { z: real('[1/100, 6]'), w: real('(0, 30]') },
  where: ({ z, w }) => {
    const eta = ex`8*${z}/tanh(${z})`;
    const from = (start: typeof w) =>
      descent({ start: { s: start }, loss: ({ s }) => ex`(ln(1 + exp(-${s})) + ln(1 + exp(${s})))/2`, eta, steps: 1 });
    return {
      eta,
      image: ex`tanh(${z})*${eta}/8`,
      slope: from(ex`2*${z}`).jacobian(1).at(0, 0),
      after: ex`abs(${from(w).at(1).s})`,
    };
  },
  assume: ({ z, w }) => that`${w} != 2*${z}`,
  conclude: ({ z, w, image, slope, after }) => [
    that`${image} = ${z}`,
    that`-${slope} = 4*${z}/sinh(2*${z}) - 1`,
    that`abs(${slope}) < 1`,
    that`abs(${after} - 2*${z}) < abs(${w} - 2*${z})`,
  ],
});
