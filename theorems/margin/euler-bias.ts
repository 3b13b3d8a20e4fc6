import { claim, evolve, ex, real, that } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/euler-bias', {
  says: 'A two-layer network with an output bias is 2-homogeneous: ⟨θ, ∇f⟩ = 2f for f = uv + b.',
  status: 'refuted',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), b: real('[-2, 2]') },
  where: ({ u, v, b }) => {
    const start = evolve({
      start: { u, v, b },
      observe: ({ u, v, b }) => ({ f: ex`${u}*${v} + ${b}` }),
      field: ({ u, v, b }) => ({ u, v, b }),
    }).at(0);
    return { f: start.f, slope: start.rate.f };
  },
  conclude: ({ f, slope }) => that`${slope} = 2*${f}`,
});
