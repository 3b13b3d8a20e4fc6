import { that } from 'counterflow';
import risk from './risk-between.ts';

export default risk.variant('sharpness/risk-flattest', {
  says: 'Of two interpolators the flatter one has the smaller risk.',
  status: 'refuted',
  conclude: ({ risk: flatter, riskT: sharper }) => that`${flatter} <= ${sharper}`,
});
