import { that } from 'counterflow';
import line from './one-dimension.ts';

export default line.variant('margin/one-dimension-flow', {
  says: 'GD on e^{−w} from 0 stays below the flow: w_t ≤ ln(1 + ηt).',
  status: 'refuted',
  conclude: ({ run, eta }) => run.always(({ w, t }) => that`${w} <= ln(1 + ${eta}*${t})`),
});
