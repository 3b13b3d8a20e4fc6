/**
 * A real number as an oracle: query(p) is a dyadic number at most 2⁻ᵖ away. Nothing else is known of it, so nothing that
 * needs infinitely many answers can be decided.
 *
 * Trusts bigfloat.ts, exponential.ts and constants.ts; the answers of a caller's own oracle are believed, and refused
 * where two of them exclude each other. Cost: that of the digits.
 */

import * as F from './bigfloat.ts';
import { type Float, isqrt } from './bigfloat.ts';
import { pi } from './constants.ts';
import { type Dyadic, isEmpty, meet, span } from './dyadic.ts';
import { exp } from './exponential.ts';
import { floorDivide, type Rounding, round } from './fixed.ts';
import type { Rational } from './rational.ts';

/** For every whole p ≥ 0: a number m·2ᵉ with |m·2ᵉ − x| ≤ 2⁻ᵖ. */
export type Oracle = (p: number) => Float;

/** More bits than anything here is asked for. */
export const MOST_BITS = 2 ** 19;

const wanted = (p: number): number => {
  if (!Number.isInteger(p) || p < 0 || p > MOST_BITS)
    throw new RangeError(`a precision of 0 to ${MOST_BITS} bits is wanted, found ${p}`);
  return p;
};
const units = (m: bigint, p: number): Float => ({ m, e: -p });

/** Rounded down to p binary places; exact as soon as they suffice. */
export const ofRational =
  (q: Rational): Oracle =>
  (p) =>
    units(floorDivide(q.num << BigInt(wanted(p)), q.den), p);
/** √q for q ≥ 0. */
export const squareRoot =
  (q: Rational): Oracle =>
  (p) =>
    units(isqrt((q.num << BigInt(2 * wanted(p))) / q.den), p);
/** e, the base of the natural logarithm. */
export const euler: Oracle = (p) => exp(F.ONE, wanted(p) + 4)[0];
/** π/4. */
export const quarterPi: Oracle = (p) => units(pi(wanted(p)) >> 2n, p);

const isFloat = (x: unknown): x is Float =>
  typeof x === 'object' && x !== null && typeof (x as Float).m === 'bigint' && Number.isInteger((x as Float).e);

/** The interval that query(p) leaves, exactly. */
export function enclose(x: Oracle, p: number): Dyadic {
  const centre: unknown = x(wanted(p));
  if (!isFloat(centre)) throw new TypeError(`an answer m·2ᵉ (m a bigint, e a whole number) is wanted, found ${centre}`);
  const radius = units(1n, p);
  const bits = F.bitLength(centre.m) + Math.abs(centre.e) + p + 4;
  return span(F.sub(centre, radius, bits, false), F.add(centre, radius, bits, true));
}

/** The same real with everything learnt so far: `at(p)` is the intersection of all the intervals asked for. */
export interface Refined {
  readonly at: (p: number) => Dyadic;
}
/** `at` throws RangeError when two answers exclude each other. */
export function refined(x: Oracle): Refined {
  let known: Dyadic | undefined;
  const asked = new Set<number>();
  const at = (p: number): Dyadic => {
    if (known && asked.has(p)) return known;
    asked.add(p);
    const here = enclose(x, p);
    known = known ? meet(known, here) : here;
    if (isEmpty(known))
      throw new RangeError('an oracle whose answers agree is wanted, found two that exclude each other');
    return known;
  };
  return { at };
}

export const roundFloat = ({ m, e }: F.Float, rounding: Rounding): bigint =>
  e >= 0 ? m << BigInt(e) : round(m, 1n << BigInt(-e), rounding);

/** What all points of an interval round to, or undefined when they differ: rounding is monotone, so the ends tell. */
export function roundEnclosure(a: Dyadic, rounding: Rounding): bigint | undefined {
  if (a.defined !== 'yes' || F.isInfinite(a.lo) || F.isInfinite(a.hi)) return undefined;
  const low = roundFloat(a.lo, rounding);
  return low === roundFloat(a.hi, rounding) ? low : undefined;
}
