import { that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('factorization/period-two-average', {
  says: 'On the 2-cycle the time average of xy is the minimum μ.',
  status: 'refuted',
  notes: 'μ = s², h = ημ > 1. The average is (μ + 1/η)/2 < μ.',
  conclude: ({ s, A, B }) => that`(${A}^2 + ${B}^2)/2 = ${s}^2`,
});
