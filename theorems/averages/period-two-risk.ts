import { that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('averages/period-two-risk', {
  says: 'A stable time average has a low risk: on the 2-cycle the averaged loss ½(x² − μ)² is at most μ²/100.',
  status: 'refuted',
  notes: 'It is (μ² − 1/η²)/4, while the loss at the minimum is 0.',
  conclude: ({ mu, second, fourth }) => that`(${fourth} - 2*${mu}*${second} + ${mu}^2)/2 <= ${mu}^2/100`,
});
