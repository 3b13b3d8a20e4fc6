import { by, claim, descent, ex, real, size, sum, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/settling-step', {
  says: 'A step of GD that does not raise |r| ≠ 0 has ηS ≤ 2 + 4η²r Σx_i³w_i, and N(2 + 4η²r Σx_i³w_i) ≥ 4η(y + r)²: as r → 0, ηS ≤ 2 and N ≥ 2ηy².',
  status: 'theorem',
  source: {
    ...fojtik2025,
    where:
      'sharpness near 2/η and the growth of the norm beyond the critical learning rate; this form at every step is ours',
  },
  notes:
    'w = u², one sample, loss ½r², r = ⟨x, w⟩ − y, S = 4 Σ x_i²w_i, N = Σ w_i. r⁺ = r(1 − ηS + 4η²r Σx_i³w_i) exactly. A run that converges without hitting r = 0 has infinitely many such steps.',
  sizes: { d: size(1, 3) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]'), y: real('[1/10, 2]'), eta: real('(0, 2]') },
  where: ({ x, u, y, eta }) => {
    const run = descent({
      start: { u },
      observe: ({ u }) => ({ r: ex`sum(${x}*${u}^2) - ${y}` }),
      loss: ({ r }) => ex`${r}^2/2`,
      eta,
      steps: 1,
    });
    return {
      r: run.at(0).r,
      after: run.at(1).r,
      S: ex`4*sum(${x}^2*${u}^2)`,
      N: ex`sum(${u}^2)`,
      C: ex`sum(${x}^3*${u}^2)`,
    };
  },
  assume: ({ r, after }) => [that`${r} != 0`, that`abs(${after}) <= abs(${r})`],
  conclude: ({ y, eta, r, S, N, C }) => [
    that`${eta}*${S} <= 2 + 4*${eta}^2*${r}*${C}`,
    that`${N}*(2 + 4*${eta}^2*${r}*${C}) >= 4*${eta}*(${y} + ${r})^2`,
  ],
  derivation: ({ d, x, u, y, eta, r, after, S, N, C }) => {
    const apart = sum(d, (i) => sum(d, (j) => ex`(${u.at(i)}*${u.at(j)}*(${x.at(i)} - ${x.at(j)}))^2/2`));
    return [
      by.ring(that`${after} = ${r}*(1 - ${eta}*${S} + 4*${eta}^2*${r}*${C})`),
      by.lemma(
        { r, q: after, k: ex`${eta}*${S} - 4*${eta}^2*${r}*${C}` },
        {
          from: ({ r, q, k }) => [that`${r} != 0`, that`abs(${q}) <= abs(${r})`, that`${q} = ${r}*(1 - ${k})`],
          shows: ({ k }) => that`${k} <= 2`,
          steps: ({ r, q, k }) => [
            by.positive(that`abs(${q})^2 <= abs(${r})^2`),
            by.ring(that`abs(${q})^2 = ${q}^2`),
            by.ring(that`abs(${r})^2 = ${r}^2`),
            by.positive(that`${q}^2 <= ${r}^2`),
            by.positive(that`${r}^2 > 0`),
            by.contradiction(that`${k} <= 2`, [
              by.positive(that`${k} > 0`),
              by.positive(that`${r}^2*${k}*(${k} - 2) > 0`),
              by.rewrite(that`${q}^2 - ${r}^2 = ${r}^2*${k}*(${k} - 2)`),
            ]),
          ],
        },
      ),
      by.positive(that`${eta}*${S} <= 2 + 4*${eta}^2*${r}*${C}`),
      by.ring(that`${S}*${N} - 4*(${y} + ${r})^2 = 4*(${apart})`),
      by.positive(that`4*(${apart}) >= 0`),
      by.positive(that`${N} >= 0`),
      by.lemma(
        { N, S, h: eta, K: ex`2 + 4*${eta}^2*${r}*${C}`, Y: ex`(${y} + ${r})^2`, q: ex`4*(${apart})` },
        {
          from: ({ N, S, h, K, Y, q }) => [
            that`${N} >= 0`,
            that`${h} > 0`,
            that`${q} >= 0`,
            that`${S}*${N} - 4*${Y} = ${q}`,
            that`${h}*${S} <= ${K}`,
          ],
          shows: ({ N, h, K, Y }) => that`${N}*${K} >= 4*${h}*${Y}`,
          steps: ({ N, S, h, K, q }) => [
            by.positive(that`(${K} - ${h}*${S})*${N} >= 0`),
            by.positive(that`${h}*${q} >= 0`),
          ],
        },
      ),
    ];
  },
});
