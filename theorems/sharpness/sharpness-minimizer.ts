import { by, claim, constant, each, ex, or, real, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/sharpness-minimizer', {
  says: 'Every interpolator has sharpness S ≥ 4ym, where m > 0 is below every positive x_i.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the sharpness minimizer on the zero-loss set; rederived' },
  notes: 'w = u², one sample, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩. Attained at the vertex of the smallest positive x_i.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]'), m: real('(0, 2]') },
  constants: { c: constant('4', { to: '5' }) },
  where: ({ x, u }) => ({ y: ex`sum(${x}*${u}^2)`, S: ex`4*sum(${x}^2*${u}^2)` }),
  assume: ({ d, x, m, y }) => [that`${y} > 0`, each(d, (i) => or(that`${x.at(i)} <= 0`, that`${x.at(i)} >= ${m}`))],
  conclude: ({ S, y, m, c }) => that`${S} >= ${c}*${y}*${m}`,
  derivation: ({ d, x, u, m }) => [
    ...[...Array(d).keys()].map((i) =>
      by.lemma(
        { z: x.at(i), a: u.at(i), k: m },
        {
          from: ({ z, k }) => that`${z}*(${z} - ${k}) >= 0`,
          shows: ({ z, a, k }) => that`${k}*(${z}*${a}^2) <= ${z}^2*${a}^2`,
          steps: ({ z, a, k }) => by.positive(that`${z}*(${z} - ${k})*${a}^2 >= 0`),
        },
      ),
    ),
    by.lemma(
      { p: ex`${x}*${u}^2`, q: ex`${x}^2*${u}^2`, k: m },
      {
        from: ({ p, q, k }) => that`${k}*${p} <= ${q}`,
        shows: ({ p, q, k }) => that`4*sum(${p})*${k} <= 4*sum(${q})`,
      },
    ),
  ],
});
