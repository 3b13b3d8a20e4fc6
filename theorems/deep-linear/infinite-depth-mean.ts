import { that } from 'counterflow';
import infinite from './infinite-depth.ts';

export default infinite.variant('deep-linear/infinite-depth-mean', {
  says: 'In the limit of infinite depth λ_ij is the arithmetic mean of σ_i² and σ_j², or more.',
  status: 'refuted',
  notes: 'σ_i = e^a, σ_j = e^b. The logarithmic mean lies below the arithmetic one.',
  conclude: ({ a, b, limit }) => that`${limit} >= (exp(2*${a}) + exp(2*${b}))/2`,
});
