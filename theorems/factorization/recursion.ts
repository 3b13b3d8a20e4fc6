import { and, claim, descent, ex, real, that } from 'counterflow';
import { wang2021 } from '../_papers.ts';

export default claim('factorization/recursion', {
  says: 'GD on ½(xy − μ)²: exact recursions of p = xy, s = x² + y², q = x² − y², x + y and x − y.',
  status: 'theorem',
  source: { ...wang2021, where: 'the problem studied there; the recursions by substitution' },
  notes: 'e = p − μ. So the loss falls in a step exactly if 0 < ηs − η²ep < 2.',
  reals: { x: real('[-3, 3]'), y: real('[-3, 3]'), mu: real('[-2, 2]'), eta: real('(0, 1]') },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { x, y },
      observe: ({ x, y }) => ({
        p: ex`${x}*${y}`,
        e: ex`${x}*${y} - ${mu}`,
        s: ex`${x}^2 + ${y}^2`,
        q: ex`${x}^2 - ${y}^2`,
      }),
      loss: ({ e }) => ex`${e}^2/2`,
      eta,
    }),
  }),
  conclude: ({ run, eta }) =>
    run.always(({ x, y, p, e, s, q, next }) =>
      and(
        that`${next.e} = ${e}*(1 - ${eta}*${s} + ${eta}^2*${e}*${p})`,
        that`${next.s} = ${s}*(1 + ${eta}^2*${e}^2) - 4*${eta}*${e}*${p}`,
        that`${next.q} = ${q}*(1 - ${eta}^2*${e}^2)`,
        that`${next.x} + ${next.y} = (${x} + ${y})*(1 - ${eta}*${e})`,
        that`${next.x} - ${next.y} = (${x} - ${y})*(1 + ${eta}*${e})`,
        that`${s}^2 = ${q}^2 + 4*${p}^2`,
      ),
    ),
});
