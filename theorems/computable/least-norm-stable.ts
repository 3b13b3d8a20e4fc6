import { claim, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/least-norm-stable', {
  says: 'Bounded data make least ℓ1 interpolation stable: the solution moves by at most 1000 times what the data move.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'x = (1, 1 ± h): the data move by 2h, the first coordinate of the solution by 1.',
  reals: { h: real('(0, 1/2]', { scale: 'log' }) },
  conclude: ({ h }) => that`1 <= 1000*(2*${h})`,
});
