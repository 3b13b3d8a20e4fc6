import { claim, ex, flow, matrix, real, size, that, vector } from 'counterflow';
import { gruber2024 } from '../_papers.ts';

export default claim('deep-linear/row-space', {
  says: 'x = Wv fitted to one equation a·x = b: the part of W orthogonal to a never moves, and WᵀW − vvᵀ is conserved.',
  status: 'theorem',
  source: { ...gruber2024, where: 'the effect of initialization; rederived' },
  notes:
    'Loss ½(a·Wv − b)². So the limit is of least norm if W starts in the row space. The rate at an arbitrary state.',
  sizes: { d: size(1, 3), k: size(1, 2) },
  reals: {
    a: vector('d', '[-2, 2]'),
    q: vector('d', '[-2, 2]'),
    b: real('[-2, 2]'),
    W: matrix('d', 'k', '[-2, 2]'),
    v: vector('k', '[-2, 2]'),
  },
  where: ({ a, q, b, W, v }) => ({
    start: flow({
      start: { W, v },
      observe: ({ W, v }) => ({ x: ex`${W}*${v}`, D: ex`${W}'*${W} - ${v}*${v}'`, inside: ex`${W}'*${a}` }),
      loss: ({ x }) => ex`(sum(${a}*${x}) - ${b})^2/2`,
    }).at(0),
    orthogonal: ex`sum(${a}^2)*${q} - sum(${a}*${q})*${a}`,
  }),
  conclude: ({ start, orthogonal }) => [that`${start.rate.W}'*${orthogonal} = 0`, that`${start.rate.D} = 0`],
});
