import { claim, type Expr, evolve, ex, real, that } from 'counterflow';
import { liZ2022 } from '../_papers.ts';

export default claim('flow/single-neuron-hessian', {
  says: 'The metric of a single neuron w = a·b with a² − ‖b‖² = δ conserved is a Hessian, ∂₂M₁₁ = ∂₁M₁₂, as for a mirror flow.',
  status: 'refuted',
  source: { ...liZ2022, where: 'what a mirror flow needs; the neuron is a standard example outside of them' },
  notes: 'ẇ = −M⁻¹g with M⁻¹ = a²I + wwᵀ/a², a² = δ/2 + √(δ²/4 + ‖w‖²): one conserved quantity is not enough.',
  reals: { w1: real('[-2, 2]'), w2: real('[-2, 2]'), delta: real('[-2, 2]') },
  where: ({ w1, w2, delta }) => {
    const along = (e1: number, e2: number) =>
      evolve({
        start: { p: w1, q: w2 },
        observe: ({ p, q }) => {
          const square = ex`${p}^2 + ${q}^2`;
          const a2 = ex`${delta}/2 + sqrt(${delta}^2/4 + ${square})`;
          const entry = (x: Expr, y: Expr, diagonal: number) =>
            ex`(${diagonal} - ${x}*${y}/(${a2}^2 + ${square}))/${a2}`;
          return { M11: entry(p, p, 1), M12: entry(p, q, 0) };
        },
        field: () => ({ p: ex`${e1}`, q: ex`${e2}` }),
      }).at(0);
    return { second: along(0, 1).rate.M11, first: along(1, 0).rate.M12 };
  },
  assume: ({ w1, w2 }) => that`${w1}^2 + ${w2}^2 > 0`,
  conclude: ({ first, second }) => that`${second} = ${first}`,
});
