import { by, claim, constant, ex, real, size, sum, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/stable-norm', {
  says: 'An interpolator that GD with step η can settle at (ηS ≤ 2) has norm N ≥ 2ηy²: norm grows linearly with the step.',
  status: 'theorem',
  source: {
    ...fojtik2025,
    where: 'the linear growth of the norm beyond the critical learning rate; the constant is ours',
  },
  notes: 'w = u², one sample, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩, S = 4 Σ x_i²u_i², N = ‖u‖₂².',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]'), eta: real('(0, 2]') },
  constants: { c: constant('2', { to: '4' }) },
  where: ({ x, u }) => ({
    y: ex`sum(${x}*${u}^2)`,
    N: ex`sum(${u}^2)`,
    S: ex`4*sum(${x}^2*${u}^2)`,
  }),
  assume: ({ eta, S }) => that`${eta}*${S} <= 2`,
  conclude: ({ eta, y, N, c }) => that`${N} >= ${c}*${eta}*${y}^2`,
  derivation: ({ d, x, u, eta, y, N, S }) => {
    const apart = sum(d, (i) => sum(d, (j) => ex`(${u.at(i)}*${u.at(j)}*(${x.at(i)} - ${x.at(j)}))^2/2`));
    return [
      by.ring(that`${S}*${N} - 4*${y}^2 = 4*(${apart})`),
      by.positive(that`4*(${apart}) >= 0`),
      by.lemma(
        { y, N, S, h: eta, q: ex`4*(${apart})` },
        {
          from: ({ y, N, S, h, q }) => [
            that`${N} >= 0`,
            that`${h} > 0`,
            that`${q} >= 0`,
            that`${S}*${N} - 4*${y}^2 = ${q}`,
            that`${h}*${S} <= 2`,
          ],
          shows: ({ y, N, h }) => that`${N} >= 2*${h}*${y}^2`,
          steps: ({ N, S, h, q }) => [by.positive(that`(2 - ${h}*${S})*${N} >= 0`), by.positive(that`${h}*${q} >= 0`)],
        },
      ),
    ];
  },
});
