/**
 * Exact rational numbers over BigInt, always in lowest terms with a positive denominator.
 *
 * Trusted: the kernel's constants are these. Trusts BigInt arithmetic only. Every operation costs one gcd.
 */

export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** num/den in lowest terms. Throws RangeError on a zero denominator, TypeError on anything but integers. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  if (typeof num !== 'bigint' && !Number.isInteger(num)) throw new TypeError(`an integer is wanted, found ${num}`);
  if (typeof den !== 'bigint' && !Number.isInteger(den)) throw new TypeError(`an integer is wanted, found ${den}`);
  const n = BigInt(num);
  const d = BigInt(den);
  if (d === 0n) throw new RangeError('a rational number with denominator 0');
  if (d === 1n) return Object.freeze({ num: n, den: d });
  const g = gcd(n, d);
  const s = d < 0n ? -1n : 1n;
  return Object.freeze({ num: (s * n) / g, den: (s * d) / g });
}

export const ZERO = rational(0n);
export const ONE = rational(1n);

export const add = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const sub = (a: Rational, b: Rational): Rational => rational(a.num * b.den - b.num * a.den, a.den * b.den);
export const mul = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);
/** Throws RangeError when b is 0. */
export const div = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);
export const neg = (a: Rational): Rational => rational(-a.num, a.den);
export const abs = (a: Rational): Rational => (a.num < 0n ? neg(a) : a);
export const sign = (a: Rational): -1 | 0 | 1 => (a.num > 0n ? 1 : a.num < 0n ? -1 : 0);
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => sign(sub(a, b));
export const equal = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;

/** aⁿ for a whole number n; throws RangeError for 0 to a negative power. 0⁰ = 1. */
export function pow(a: Rational, n: number): Rational {
  if (!Number.isSafeInteger(n)) throw new TypeError(`a whole exponent is wanted, found ${n}`);
  return n < 0 ? rational(a.den ** BigInt(-n), a.num ** BigInt(-n)) : rational(a.num ** BigInt(n), a.den ** BigInt(n));
}

export const text = (a: Rational): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);
