import { implies, or, that } from 'counterflow';
import encloses from './sign-encloses.ts';

export default encloses.variant('computable/sign-bound', {
  says: 'With |u|, |v|, |x| ≤ B = 1 and error h = 2⁻ᵖ ≤ 1/2 the sign of f ≠ 0 is decided once 10(B + 1)²h < |f|.',
  status: 'theorem',
  notes: 'The enclosure is at most 10(B + 1)²h wide and contains f. For d coordinates: 10d(B + 1)².',
  unproved: 'cases of max, min and absolute values; no derivation is written yet.',
  conclude: ({ low, high, f, h }) => [
    that`${high} - ${low} <= 40*${h}`,
    implies(that`40*${h} < abs(${f})`, or(that`${low} > 0`, that`${high} < 0`)),
  ],
});
