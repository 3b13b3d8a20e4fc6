import { claim, matrix, size, solve, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/norms-ordered', {
  says: 'The largest margins in the two norms: γ₁ ≤ γ₂ ≤ √d·γ₁.',
  status: 'theorem',
  source: {
    ...soudry2018,
    where: 'the ℓ2 margin that descent on separable data attains; ℓ1 is what diagonal networks attain',
  },
  notes: 'γ₁ = max minᵢ (Zw)ᵢ over ‖w‖₁ ≤ 1, γ₂ the same over ‖w‖₂ ≤ 1; solved for, proved by exact duals.',
  unproved: 'both margins are solved for and have no formula in the kernel.',
  sizes: { n: size(1, 4), d: size(1, 4) },
  reals: { Z: matrix('n', 'd', '[-2, 2]') },
  where: ({ Z }) => ({ one: solve.margin('l1', Z).value, two: solve.margin('l2', Z).value }),
  assume: ({ one }) => that`${one} > 0`,
  conclude: ({ d, one, two }) => that`${one} <= ${two} <= sqrt(${d})*${one}`,
});
