import { and, claim, descent, ex, integer, matrix, real, size, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('bias/effective-initialization', {
  says: 'SGD with any batches and any step sizes follows the mirror map of a shrinking effective initialization, exactly.',
  status: 'theorem',
  source: even2023,
  notes: 'w = u∘v from u = √2·α, v = 0; each batch is a 0/1 vector b and the loss ½ Σ b·(Xw − y)².',
  sizes: { n: size(1, 3), d: size(1, 4) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), y: vector('n', '[-2, 2]'), alpha: vector('d', '(0, 1]') },
  inputs: { b: vector('n', integer(0, 1)), gamma: real('(0, 1/2]') },
  where: ({ d, X, y, alpha, b, gamma }) => ({
    run: descent({
      start: { u: ex`sqrt(2)*${alpha}`, v: ex`zeros(${d})` },
      observe: ({ u, v }) => {
        const w = ex`${u}*${v}`;
        return { w, x: ex`${gamma}*(${X}'*(${b}*(${X}*${w} - ${y})))` };
      },
      sums: ({ x }) => ({
        G: x,
        Q: ex`-ln((1 - ${x}^2)^2)/2`,
        plus: ex`-2*${x} - ln((1 - ${x})^2)`,
        minus: ex`2*${x} - ln((1 + ${x})^2)`,
      }),
      loss: ({ w }) => ex`sum(${b}*(${X}*${w} - ${y})^2)/2`,
      eta: gamma,
    }),
  }),
  assume: ({ run }) => run.always(({ x }) => that`${x}^2 != 1`),
  conclude: ({ run, alpha }) =>
    run.always(({ u, v, w, G, Q, plus, minus }) => {
      const a2 = ex`${alpha}^2*exp(-${Q})`;
      const start = ex`${alpha}^2*(exp(-${plus}) - exp(-${minus}))/2`;
      return and(that`abs(${u}^2 - ${v}^2) = 2*${a2}`, that`asinh(${w}/${a2})/2 - asinh(${start}/${a2})/2 = -${G}`);
    }),
});
