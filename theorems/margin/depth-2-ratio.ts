import { ex, flow } from 'counterflow';
import invariant from './depth-2-invariant.ts';

export default invariant.variant('margin/depth-2-ratio', {
  says: 'One sample, w = u∘v > 0 balanced: the ratios w_j/w₁ are conserved for every loss of ⟨x, w⟩.',
  status: 'refuted',
  where: ({ x, u, slope }) => {
    const start = flow({
      start: { a: u, b: u },
      observe: ({ a, b }) => ({ w: ex`${a}*${b}`, c: ex`ln(${a}*${b}) - ln(${a.at(0)}*${b.at(0)})` }),
      loss: ({ w }) => ex`${slope}*sum(${x}*${w})`,
    }).at(0);
    return { rate: start.rate.c };
  },
});
