import { claim, constant, ex, real, size, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('potential/depth-bounds', {
  says: 'Depth D ≥ 3, x > 0: x − (D/2)x^{2/D} ≤ q_D(x) ≤ x − (D/2)[(1+x)^{2/D} − 1], and q_D(x) ≤ (D−2)x²/(4D).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its depth-D potential; the bounds are ours' },
  notes:
    'Stated through the parameter z of x = h_D(z), where q_D(x) = z x − H_D(z). Power laws in place of logarithms.',
  unproved:
    'an inequality between a root of a sum and a sum of roots, which touches zero at z → 0; boxes certify potential/depth-bounds-box, z ≥ 10⁻⁶.',
  sizes: { D: size(3, 7) },
  reals: { z: real('(0, 999/1000]') },
  constants: { c: constant('1/2', { to: '1/4' }), k: constant('4', { to: '8' }) },
  where: ({ D, z }) => {
    const x = ex`(1 - ${z})^(-${D}/(${D} - 2)) - (1 + ${z})^(-${D}/(${D} - 2))`;
    const H = ex`(${D} - 2)/2*((1 - ${z})^(-2/(${D} - 2)) + (1 + ${z})^(-2/(${D} - 2)) - 2)`;
    return { x, q: ex`${z}*${x} - ${H}` };
  },
  conclude: ({ D, x, q, c, k }) => [
    that`${x} - ${c}*${D}*${x}^(2/${D}) <= ${q} <= ${x} - ${D}/2*((1 + ${x})^(2/${D}) - 1)`,
    that`${q} <= (${D} - 2)*${x}^2/(${k}*${D})`,
    that`${q} >= (${D} - 2)*${x}^2/(2*${D}*((1 + ${x})^(2*(${D} - 1)/${D}) + 1))`,
  ],
});
