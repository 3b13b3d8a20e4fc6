import { and, by, evolve, ex, that } from 'counterflow';
import { inverse } from '../_hyperbolic.ts';
import lastLayer from './last-layer-zero.ts';

export default lastLayer.variant('flow/last-layer-zero-depth-2', {
  says: 'Two layers, one at α and the last at 0: w = (α²/2) sinh 2z with ż = −g follows the flow for every loss.',
  status: 'theorem',
  notes: 's = w_2 = α sinh z, w = s√(α² + s²), ẇ = −(α² + 2s²)g.',
  where: ({ z, alpha, g }) => {
    const start = evolve({
      start: { z },
      observe: ({ z }) => ({ s: ex`${alpha}*sinh(${z})`, w: ex`${alpha}^2/2*sinh(2*${z})` }),
      field: () => ({ z: ex`-${g}` }),
    }).at(0);
    return { s: start.s, w: start.w, rate: start.rate.w };
  },
  conclude: ({ s, w, rate, alpha, g }) => [
    that`${w} = ${s}*sqrt(${alpha}^2 + ${s}^2)`,
    that`${rate} = -(${alpha}^2 + 2*${s}^2)*${g}`,
  ],
  derivation: ({ z, alpha, s }) => [
    by.law('expNeg', z),
    by.law('expNeg', ex`2*${z}`),
    by.law('expAdd', z, z),
    by.law('sinhExp', z),
    by.law('coshExp', z),
    by.law('sinhExp', ex`2*${z}`),
    by.law('coshExp', ex`2*${z}`),
    inverse(ex`exp(${z})`, ex`exp(-${z})`),
    inverse(ex`exp(2*${z})`, ex`exp(-2*${z})`),
    by.lemma(
      {
        ...{ E: ex`exp(${z})`, F: ex`exp(-${z})`, G: ex`exp(2*${z})`, H: ex`exp(-2*${z})` },
        ...{ S: ex`sinh(${z})`, C: ex`cosh(${z})`, P: ex`sinh(2*${z})`, Q: ex`cosh(2*${z})` },
      },
      {
        from: ({ E, F, G, H, S, C, P, Q }) => [
          that`${E} > 0`,
          that`${F} = 1/${E}`,
          that`${G} = ${E}*${E}`,
          that`${H} = 1/${G}`,
          that`${S} = (${E} - ${F})/2`,
          that`${C} = (${E} + ${F})/2`,
          that`${P} = (${G} - ${H})/2`,
          that`${Q} = (${G} + ${H})/2`,
        ],
        shows: ({ S, C, P, Q }) => and(that`${C}^2 = 1 + ${S}^2`, that`${P} = 2*${S}*${C}`, that`${Q} = 1 + 2*${S}^2`),
      },
    ),
    by.root(that`sqrt(${alpha}^2 + ${s}^2) = ${alpha}*cosh(${z})`),
  ],
});
