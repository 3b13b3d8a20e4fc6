import { that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('averages/period-two-mean', {
  says: 'The time-averaged prediction of the 2-cycle is the empirical minimiser, ⟨x²⟩ = μ.',
  status: 'refuted',
  conclude: ({ mu, second }) => that`${second} = ${mu}`,
});
