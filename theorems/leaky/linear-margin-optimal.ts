import { claim, ex, real, size, sum, that, vector } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/linear-margin-optimal', {
  says: 'Orthogonal samples: the linear boundary of the KKT point has the largest ℓ2 margin, up to 1 %, for any numbers of neurons.',
  status: 'refuted',
  source: { ...frei2022, where: 'its linear predictor, computed exactly for orthogonal data' },
  notes:
    'z = Σ ±c_ix_i/‖x_i‖² with the margins c_i of linear-margin, (m₁ + γm₂)/(m₁ + γ²m₂) for label +1 (the first k samples) and (m₂ + γm₁)/(m₂ + γ²m₁) else; lengths r_i. The normalised margin is min c/√Σ(c_i/r_i)², the largest one 1/√Σr_i⁻². Equal for m₁ = m₂.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 4), m2: size(1, 4) },
  reals: { r: vector('n', '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, r, gamma }) => {
    const high = ex`(${m1} + ${gamma}*${m2})/(${m1} + ${gamma}^2*${m2})`;
    const low = ex`(${m2} + ${gamma}*${m1})/(${m2} + ${gamma}^2*${m1})`;
    const c = (i: number) => (i < k ? high : low);
    const length = ex`sqrt(${sum(n, (i) => ex`(${c(i)}/${r.at(i)})^2`)})`;
    const least = k < n ? ex`min(${high}, ${low})` : high;
    return { margin: ex`${least}/${length}`, largest: ex`1/sqrt(sum(1/${r}^2))` };
  },
  conclude: ({ margin, largest }) => that`${margin} >= 0.99*${largest}`,
});
