import { that } from 'counterflow';
import basin from '../../../theorems/factorization/large-step-basin.ts';

export default basin.variant('bench/basin-1-9', {
  says: 'With 1.9 in place of 2: if ημ < 1 and η(x₀² + y₀² + 1.9μ) < 4, GD on ½(xy − μ)² keeps η(x² + y²) ≤ 8.',
  status: 'refuted',
  assume: ({ run, mu, eta }) => [that`${eta}*${mu} < 1`, that`${eta}*(${run.at(0).s} + 1.9*${mu}) < 4`],
});
