/**
 * Rounding a real to whole numbers. As a function it can't be computed: on a tie no precision ever decides. As a relation
 * (any whole number within 1/2 + ε will do) it is total, from ⌈log₂ 1/ε⌉ bits.
 */
import type { Rounding } from '../number/fixed.ts';
import { enclose, type Oracle, roundEnclosure, roundFloat } from '../number/oracle.ts';
import type { Rational } from '../number/rational.ts';

export type Rounded =
  | { readonly kind: 'rounded'; readonly value: bigint; readonly precision: number }
  | { readonly kind: 'undecided'; readonly precision: number };

/** At precisions 1, 2, 4, … up to `most`. */
export function roundOracle(x: Oracle, rounding: Rounding, most = 4096): Rounded {
  for (let p = 1; ; p = Math.min(2 * p, most)) {
    const value = roundEnclosure(enclose(x, p), rounding);
    if (value !== undefined) return { kind: 'rounded', value, precision: p };
    if (p >= most) return { kind: 'undecided', precision: p };
  }
}

/** A whole number within 1/2 + ε of x, from one answer; which one may depend on the oracle. */
export function relaxedRound(x: Oracle, epsilon: Rational): { readonly value: bigint; readonly precision: number } {
  if (epsilon.num <= 0n) throw new RangeError('ε > 0 is wanted');
  let precision = 0;
  while (epsilon.num << BigInt(precision) < epsilon.den) precision++;
  return { value: roundFloat(x(precision), 'nearest-even'), precision };
}
