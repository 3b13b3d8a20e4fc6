import { that } from 'counterflow';
import moment from './exponential-moment.ts';

export default moment.variant('compression/exponential-moment-jensen', {
  says: 'n coin flips of mean R: E exp(−λR̂) ≤ exp(−λR).',
  status: 'refuted',
  conclude: ({ R, lambda, moment: value }) => that`${value} <= exp(-${lambda}*${R})`,
});
