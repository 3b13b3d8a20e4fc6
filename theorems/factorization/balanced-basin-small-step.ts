import { that } from 'counterflow';
import basin from './balanced-basin.ts';

export default basin.variant('factorization/balanced-basin-small-step', {
  says: 'Balanced factors: for ημ < 1 every start stays bounded by ηx² ≤ 2 + max(ημ, ηx₀²).',
  status: 'refuted',
  notes: 'A small step against the minimum is no small step against a far start.',
  assume: ({ mu, eta }) => that`${eta}*${mu} < 1`,
  conclude: ({ run, mu, eta }) =>
    run.always(({ x }) => that`${eta}*${x}^2 <= 2 + max(${eta}*${mu}, ${eta}*${run.at(0).x}^2)`),
});
