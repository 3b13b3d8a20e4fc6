import { claim, ex, flow, real, size, that, vector } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/depth-2-invariant', {
  says: 'One sample, w = u∘v > 0 balanced: x₁ ln w_j − x_j ln w₁ is conserved for every loss of ⟨x, w⟩.',
  status: 'theorem',
  source: { ...moroshko2020, where: 'its depth-2 model; the invariant is ours' },
  notes: 'So w_j = α(w₁/α)^{x_j/x₁} from α: the other coordinates vanish only as a power of the logarithm of the loss.',
  sizes: { d: size(2, 3) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '(0, 2]'), slope: real('[-2, 2]') },
  where: ({ x, u, slope }) => {
    const start = flow({
      start: { a: u, b: u },
      observe: ({ a, b }) => {
        const w = ex`${a}*${b}`;
        return { w, c: ex`${x.at(0)}*ln(${w}) - ${x}*ln(${w.at(0)})` };
      },
      loss: ({ w }) => ex`${slope}*sum(${x}*${w})`,
    }).at(0);
    return { rate: start.rate.c };
  },
  conclude: ({ rate }) => that`${rate} = 0`,
});
