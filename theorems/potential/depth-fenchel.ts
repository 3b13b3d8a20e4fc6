import { by, claim, type Expr, ex, real, size, that } from 'counterflow';
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
  derivation: ({ D, z, s, x, q, conjugate }) =>
    by.cases(that`${s}*${x} <= ${q} + ${conjugate}`, {
      between: [z, s],
      below: tangent(D, z, s),
      above: tangent(D, ex`-${z}`, ex`-${s}`),
    }),
});

const powers = (D: number) => ({
  h: (t: Expr) => ex`(1 - ${t})^(-${D}/(${D} - 2)) - (1 + ${t})^(-${D}/(${D} - 2))`,
  H: (t: Expr) => ex`(${D} - 2)/2*((1 - ${t})^(-2/(${D} - 2)) + (1 + ${t})^(-2/(${D} - 2)) - 2)`,
  slope: (t: Expr) =>
    ex`${D}/(${D} - 2)*((1 - ${t})^(-(2*${D} - 2)/(${D} - 2)) + (1 + ${t})^(-(2*${D} - 2)/(${D} - 2)))`,
});
/** H is convex, since its derivative h grows: H(s) ≥ H(z) + (s − z)h(z), from z ≤ s. */
const tangent = (D: number, z: Expr, s: Expr) =>
  by.lemma(
    { z, s },
    {
      from: ({ z, s }) => [that`-1 < ${z}`, that`${z} <= ${s}`, that`${s} < 1`],
      shows: ({ z, s }) => {
        const { h, H } = powers(D);
        return that`${H(z)} + (${s} - ${z})*(${h(z)}) <= ${H(s)}`;
      },
      steps: ({ z, s }) => {
        const { h, H, slope } = powers(D);
        return [
          by.positive(that`1 - ${s} > 0`),
          by.positive(that`1 + ${s} > 0`),
          by.positive(that`1 + ${z} > 0`),
          by.positive(that`1 - ${z} > 0`),
          by.grows(that`${h(z)} <= ${h(s)}`, { slope: slope(s) }),
          by.grows(that`${H(z)} + (${s} - ${z})*(${h(z)}) <= ${H(s)}`, { slope: ex`${h(s)} - (${h(z)})` }),
        ];
      },
    },
  );
