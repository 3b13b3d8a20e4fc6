import { by, claim, evolve, ex, real, that } from 'counterflow';
import { yun2021 } from '../_papers.ts';

export default claim('flow/last-layer-zero', {
  says: 'Three layers, two at α and the last at 0: w = α³ tan z/cos² z with ż = −α g follows the flow for every loss.',
  status: 'theorem',
  source: { ...yun2021, where: 'an initialization of this kind' },
  notes:
    'One coordinate. w_l² − w_3² = α² is conserved, so s = w_3 = α tan z, w = s(α² + s²), ẇ = −A²(2s² + A²)g, A² = α² + s².',
  reals: { z: real('[-3/2, 3/2]'), alpha: real('(0, 2]'), g: real('[-2, 2]') },
  where: ({ z, alpha, g }) => {
    const start = evolve({
      start: { z },
      observe: ({ z }) => ({ s: ex`${alpha}*tan(${z})`, w: ex`${alpha}^3*tan(${z})/cos(${z})^2` }),
      field: () => ({ z: ex`-${alpha}*${g}` }),
    }).at(0);
    return { s: start.s, w: start.w, rate: start.rate.w };
  },
  conclude: ({ s, w, rate, alpha, g }) => [
    that`${w} = ${s}*(${alpha}^2 + ${s}^2)`,
    that`${rate} = -(${alpha}^2 + ${s}^2)*(${alpha}^2 + 3*${s}^2)*${g}`,
  ],
  derivation: ({ z, alpha, s, w }) => [
    by.box(that`cos(${z}) > 0`),
    by.law('pythagoras', z),
    by.lemma(
      { S: ex`sin(${z})`, C: ex`cos(${z})`, a: alpha, s, w },
      {
        from: ({ S, C, a, s, w }) => [
          that`${C} > 0`,
          that`${S}^2 + ${C}^2 = 1`,
          that`${s} = ${a}*(${S}/${C})`,
          that`${w} = ${a}^3*(${S}/${C})/${C}^2`,
        ],
        shows: ({ a, s, w }) => that`${w} = ${s}*(${a}^2 + ${s}^2)`,
      },
    ),
  ],
});
