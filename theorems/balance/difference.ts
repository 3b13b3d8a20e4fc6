import { claim, descent, ex, real, size, that, vector } from 'counterflow';

export default claim('balance/difference', {
  says: 'GD on w = u² − v²: each step multiplies u∘v by 1 − 4η²g², whatever the gradient g and the step size.',
  status: 'theorem',
  notes:
    'g = ∂loss/∂w; the parameters move by −2ηg∘u and +2ηg∘v. The loss of a step is ⟨g, u² − v²⟩ with a new slope every time.',
  sizes: { d: size(1, 3) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  inputs: { g: vector('d', '[-3, 3]'), eta: real('(0, 1]') },
  where: ({ u, v, g, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => ({ p: ex`${u}*${v}` }),
      loss: ({ u, v }) => ex`sum(${g}*(${u}^2 - ${v}^2))`,
      eta,
    }),
  }),
  conclude: ({ run, g, eta }) => run.always(({ p, next }) => that`${next.p} = (1 - 4*${eta}^2*${g}^2)*${p}`),
});
