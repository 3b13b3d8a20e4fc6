import { claim, descent, ex, real, size, that } from 'counterflow';

export default claim('incremental/identical-layers', {
  says: 'GD on one weight per layer, x ↦ x − ηx^{N−1}(x^N − λ): below the target and for Nηλ^{2−2/N} ≤ 1 it rises and never passes it.',
  status: 'theorem',
  notes: 'x^N ≈ λ > 0, loss (x^N − λ)²/(2N); λ = cᴺ so that the target is c.',
  sizes: { N: size(1, 4) },
  reals: { x: real('(0, 2]'), c: real('(0, 2]'), eta: real('(0, 1]') },
  where: ({ N, x, c, eta }) => ({
    run: descent({ start: { x }, loss: ({ x }) => ex`(${x}^${N} - ${c}^${N})^2/(2*${N})`, eta }),
  }),
  assume: ({ N, x, c, eta }) => [that`${x} <= ${c}`, that`${N}*${eta}*${c}^(2*${N} - 2) <= 1`],
  conclude: ({ run, c }) => run.always(({ x, next }) => that`${x} <= ${next.x} <= ${c}`),
});
