import { claim, type Expr, ex, real, size, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('potential/depth-fenchel', {
  says: 'Depth D ≥ 3: q_D(x) + H_D(s) ≥ s x for |s| < 1, the inequality behind dual certificates of the flow limit.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential; rederived' },
  notes: 'Stated through x = h_D(z), q_D(x) = z x − H_D(z).',
  sizes: { D: size(3, 6) },
  reals: { z: real('[-9/10, 9/10]'), s: real('[-9/10, 9/10]') },
  where: ({ D, z, s }) => {
    const H = (t: Expr) => ex`(${D} - 2)/2*((1 - ${t})^(-2/(${D} - 2)) + (1 + ${t})^(-2/(${D} - 2)) - 2)`;
    const x = ex`(1 - ${z})^(-${D}/(${D} - 2)) - (1 + ${z})^(-${D}/(${D} - 2))`;
    return { x, q: ex`${z}*${x} - ${H}(${z})`, conjugate: H(s) };
  },
  conclude: ({ x, s, q, conjugate }) => that`${q} + ${conjugate} >= ${s}*${x}`,
});
