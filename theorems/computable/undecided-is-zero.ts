import { claim, ex, implies, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/undecided-is-zero', {
  says: 'A value whose sign is still undecided at error 2⁻³⁰⁰ is 0.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: { x: real('[1/2, 1]') },
  where: ({ x }) => ({ value: ex`${x}*2^(-600)` }),
  conclude: ({ value }) => implies(that`abs(${value}) <= 2^(-300)`, that`${value} = 0`),
});
