import { claim, descent, ex, real, size, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('balance/product', {
  says: 'GD on w = u∘v: each step multiplies u² − v² by 1 − η²g², whatever the gradient g and the step size.',
  status: 'theorem',
  source: { ...even2023, where: 'the factor behind its shrinking effective initialization' },
  notes: 'The loss of a step is ⟨g, u∘v⟩ with a new slope g every time: any differentiable loss, any batch, any noise.',
  sizes: { d: size(1, 3) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  inputs: { g: vector('d', '[-3, 3]'), eta: real('(0, 1]') },
  where: ({ u, v, g, eta }) => ({
    run: descent({
      start: { u, v },
      observe: ({ u, v }) => ({ q: ex`${u}^2 - ${v}^2` }),
      loss: ({ u, v }) => ex`sum(${g}*${u}*${v})`,
      eta,
    }),
  }),
  conclude: ({ run, g, eta }) => run.always(({ q, next }) => that`${next.q} = (1 - ${eta}^2*${g}^2)*${q}`),
});
