import { and, claim, descent, ex, real, size, that, vector } from 'counterflow';
import { lewkowycz2020 } from '../_papers.ts';

export default claim('catapult/recursion', {
  says: 'One step of GD on f = ⟨u, v⟩/√m: exact recursions of f, the curvature λ and the imbalance Q, for any loss of f.',
  status: 'theorem',
  source: { ...lewkowycz2020, where: 'the two recursions for the squared loss; any slope g is ours' },
  notes: 'One sample of input 1. g = ℓ′(f), a new one at every step. λ = (‖u‖² + ‖v‖²)/m, Q = (‖u‖² − ‖v‖²)/m.',
  sizes: { m: size(1, 4) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]') },
  inputs: { g: real('[-2, 2]'), eta: real('(0, 2]') },
  where: ({ m, u, v, g, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => ({
        f: ex`sum(${u}*${v})/sqrt(${m})`,
        lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}`,
        Q: ex`(sum(${u}^2) - sum(${v}^2))/${m}`,
      }),
      loss: ({ f }) => ex`${g}*${f}`,
      eta,
    }),
  }),
  conclude: ({ run, m, g, eta }) =>
    run.always(({ f, lambda, Q, next }) =>
      and(
        that`${next.f} = ${f} - ${eta}*${lambda}*${g} + ${eta}^2*${g}^2*${f}/${m}`,
        that`${next.lambda} = ${lambda} + ${eta}*${g}/${m}*(${eta}*${g}*${lambda} - 4*${f})`,
        that`${next.Q} = ${Q}*(1 - ${eta}^2*${g}^2/${m})`,
      ),
    ),
});
