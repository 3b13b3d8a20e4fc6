import { that } from 'counterflow';
import basin from './large-step-basin.ts';

export default basin.variant('factorization/large-step-basin-six', {
  says: 'Open: under the same hypotheses η(x² + y²) ≤ 6 for ever.',
  status: 'conjecture',
  conclude: ({ run, eta }) => run.always(({ s }) => that`${eta}*${s} <= 6`),
});
