import { claim, ex, implies, real, that } from 'counterflow';

export default claim('computable/undecided-is-zero', {
  says: 'A value whose sign is still undecided at error 2⁻³⁰⁰ is 0.',
  status: 'refuted',
  reals: { x: real('[1/2, 1]') },
  where: ({ x }) => ({ value: ex`${x}*2^(-600)` }),
  conclude: ({ value }) => implies(that`abs(${value}) <= 2^(-300)`, that`${value} = 0`),
});
