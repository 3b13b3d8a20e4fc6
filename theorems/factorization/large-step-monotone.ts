import { that } from 'counterflow';
import basin from './large-step-basin.ts';

export default basin.variant('factorization/large-step-monotone', {
  says: 'In the same region x² + y² never exceeds its start: η(x² + y² + 2μ) < 4 for ever.',
  status: 'refuted',
  conclude: ({ run, mu, eta }) => run.always(({ s }) => that`${eta}*(${s} + 2*${mu}) < 4`),
});
