import { that } from 'counterflow';
import risk from './risk-between.ts';

export default risk.variant('sharpness/risk-least-norm', {
  says: 'Of two interpolators the one of smaller norm has the smaller risk.',
  status: 'refuted',
  conclude: ({ risk: larger, riskT: smaller }) => that`${smaller} <= ${larger}`,
});
