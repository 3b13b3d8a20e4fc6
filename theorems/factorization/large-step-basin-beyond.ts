import { that } from 'counterflow';
import basin from './large-step-basin.ts';

export default basin.variant('factorization/large-step-basin-beyond', {
  says: 'Open: GD on ½(xy − μ)² stays bounded from η(x₀² + y₀² + 2μ) < 4 also where no minimum is stable, 1 ≤ ημ ≤ 3/2.',
  status: 'conjecture',
  notes: 'There the balanced line has a 2-cycle, and beyond √5 − 1 more than that.',
  assume: ({ run, mu, eta, c }) => [that`1 <= ${eta}*${mu} <= 3/2`, that`${eta}*(${run.at(0).s} + 2*${mu}) < ${c}`],
});
