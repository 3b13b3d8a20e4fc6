import { claim, descent, ex, real, size, that, vector } from 'counterflow';

export default claim('catapult/recursion-weighted', {
  says: 'The recursion of f stays closed for f = ⟨x, u∘v⟩ with any x: its second-order term is η²g² max(x_i²) f.',
  status: 'refuted',
  notes: 'The second-order term is η²g² Σ x_i³u_iv_i, which is no function of f unless all |x_i| are equal.',
  sizes: { m: size(1, 3) },
  reals: { x: vector('m', '[-2, 2]'), u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]') },
  inputs: { g: real('[-2, 2]'), eta: real('(0, 2]') },
  where: ({ x, u, v, g, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => ({
        f: ex`sum(${x}*${u}*${v})`,
        lambda: ex`sum(${x}^2*(${u}^2 + ${v}^2))`,
      }),
      loss: ({ f }) => ex`${g}*${f}`,
      eta,
    }),
  }),
  conclude: ({ run, x, g, eta }) =>
    run.always(
      ({ f, lambda, next }) => that`${next.f} = ${f} - ${eta}*${lambda}*${g} + ${eta}^2*${g}^2*max(${x}^2)*${f}`,
    ),
});
