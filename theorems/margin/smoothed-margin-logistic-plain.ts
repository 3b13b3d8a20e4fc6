import { that } from 'counterflow';
import logistic from './smoothed-margin-logistic.ts';

export default logistic.variant('margin/smoothed-margin-logistic-plain', {
  says: 'For the logistic loss −ln L/‖θ‖^K never falls either.',
  status: 'refuted',
  conclude: ({ plainRate }) => that`${plainRate} >= 0`,
});
