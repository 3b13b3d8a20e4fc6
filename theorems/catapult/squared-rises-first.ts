import { and, that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-rises-first', {
  says: 'If 2 < ηλ₀ < 4, the loss rises in the first step (the catapult picture, taken literally at finite width).',
  status: 'refuted',
  assume: ({ eta, lambda0, p0 }) => and(that`2 < ${eta}*${lambda0} < 4`, that`${p0} != 0`),
  conclude: ({ run }) => that`${run.at(1).loss} > ${run.at(0).loss}`,
});
