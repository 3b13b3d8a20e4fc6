import { that } from 'counterflow';
import rule from './interpolating-rule.ts';

export default rule.variant('compression/interpolating-rule-exact', {
  says: 'An interpolating rule that errs on a share p of the left-out points reveals exactly p ln(n+1).',
  status: 'refuted',
  conclude: ({ n, p, information }) => that`${information} = ${p}*ln(${n + 1})`,
});
