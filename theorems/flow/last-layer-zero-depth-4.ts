import { by, evolve, ex, that } from 'counterflow';
import lastLayer from './last-layer-zero.ts';

export default lastLayer.variant('flow/last-layer-zero-depth-4', {
  says: 'Four layers, three at α and the last at 0: w = α⁴ z/(1 − z²)² with ż = −α² g follows the flow, for |z| < 1.',
  status: 'theorem',
  notes: 's = w_4 = αz/√(1 − z²), w = s(α² + s²)^{3/2}, ẇ = −A⁴(3s² + A²)g with A² = α² + s².',
  where: ({ z, alpha, g }) => {
    const start = evolve({
      start: { z },
      observe: ({ z }) => ({
        s: ex`${alpha}*${z}/sqrt(1 - ${z}^2)`,
        w: ex`${alpha}^4*${z}/(1 - ${z}^2)^2`,
      }),
      field: () => ({ z: ex`-${alpha}^2*${g}` }),
    }).at(0);
    return { s: start.s, w: start.w, rate: start.rate.w };
  },
  assume: ({ z }) => that`${z}^2 < 1`,
  conclude: ({ s, w, rate, alpha, g }) => [
    that`${w} = ${s}*(${alpha}^2 + ${s}^2)^(3/2)`,
    that`${rate} = -(${alpha}^2 + ${s}^2)^2*(${alpha}^2 + 4*${s}^2)*${g}`,
  ],
  derivation: ({ z, alpha, s }) => [
    by.positive(that`1 - ${z}^2 > 0`),
    by.rewrite(that`${alpha}^2 + ${s}^2 = ${alpha}^2/(1 - ${z}^2)`),
    by.root(that`sqrt(${alpha}^2 + ${s}^2) = ${alpha}/sqrt(1 - ${z}^2)`),
    by.ring(that`${alpha}^4*${z}/(1 - ${z}^2)^2 = ${s}*(${alpha}/sqrt(1 - ${z}^2))^3`),
    by.rewrite(that`(${alpha}^2 + ${s}^2)^(3/2) = (${alpha}/sqrt(1 - ${z}^2))^3`),
  ],
});
