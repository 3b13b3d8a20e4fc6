/**
 * Exact rationals as an arithmetic: what is decided here is a fact about the numbers themselves.
 *
 * Trusted. Trusts rational.ts. `no` means undefined (zero denominator, negative radicand, argument outside the domain);
 * `undecided` means that the value is not a rational, or not known to be, or longer than CAP bits: nothing follows from it.
 * Lengths are checked before a power is computed, so nothing here can run out of memory. Costs a gcd per operation.
 */
import { type Arithmetic, both, type Relation, type Three } from './arithmetic.ts';
import { bitLength, isqrt } from './bigfloat.ts';
import * as Q from './rational.ts';

type Rational = Q.Rational;

/** `value` is there exactly when `defined` is yes. */
export interface Exact {
  readonly value?: Rational;
  readonly defined: Three;
}

/** The longest numerator or denominator kept. */
export const CAP = 2 ** 16;
const UNDEFINED: Exact = Object.freeze({ defined: 'no' });
const UNKNOWN: Exact = Object.freeze({ defined: 'undecided' });
const length = (q: Rational): number => Math.max(bitLength(q.num), bitLength(q.den));
export const known = (q: Rational): Exact => (length(q) > CAP ? UNKNOWN : { value: q, defined: 'yes' });

const rationalOf = (a: Exact): Rational | undefined => a.value;

export { rationalOf, rationalOf as valueOf };

const unary =
  (f: (q: Rational) => Exact) =>
  (a: Exact): Exact =>
    a.value ? f(a.value) : a;
const binary =
  (f: (p: Rational, q: Rational) => Exact) =>
  (a: Exact, b: Exact): Exact =>
    a.value && b.value ? f(a.value, b.value) : both(a.defined, b.defined) === 'no' ? UNDEFINED : UNKNOWN;

/** f(at) = value, no other rational value is known; undefined outside the domain. */
const only = (at: Rational, value: Rational, domain: (q: Rational) => boolean = () => true) =>
  unary((q) => (!domain(q) ? UNDEFINED : Q.equal(q, at) ? known(value) : UNKNOWN));

function integerPower(q: Rational, n: number): Exact {
  if (n < 0 && q.num === 0n) return UNDEFINED;
  if ((length(q) - 1) * Math.abs(n) > CAP) return UNKNOWN;
  return known(Q.pow(q, n));
}

/** The exact n-th root of a whole number, by Newton's iteration from above. */
function wholeRoot(a: bigint, n: number): bigint | undefined {
  if (a <= 1n) return a;
  if (n === 2) {
    const r = isqrt(a);
    return r * r === a ? r : undefined;
  }
  if (bitLength(a) <= n) return undefined;
  const d = BigInt(n);
  let r = 1n << BigInt(Math.ceil(bitLength(a) / n));
  for (;;) {
    const smaller = (r * (d - 1n) + a / r ** (d - 1n)) / d;
    if (smaller >= r) return r ** d === a ? r : undefined;
    r = smaller;
  }
}
function root(q: Rational, n: number): Exact {
  if (q.num < 0n) return UNDEFINED;
  const num = wholeRoot(q.num, n);
  const den = wholeRoot(q.den, n);
  return num === undefined || den === undefined ? UNKNOWN : known(Q.rational(num, den));
}
function power(q: Rational, y: Rational): Exact {
  if (q.num < 0n || (q.num === 0n && y.num < 0n)) return UNDEFINED;
  if (q.num === 0n || Q.equal(q, Q.ONE)) return known(y.num === 0n ? Q.ONE : q);
  if (bitLength(y.num) > 32 || bitLength(y.den) > 32) return UNKNOWN;
  const base = root(q, Number(y.den));
  return base.value ? integerPower(base.value, Number(y.num)) : base;
}

function compare(relation: Relation, a: Exact, b: Exact): Three {
  if (!a.value || !b.value) return 'undecided';
  const order = Q.compare(a.value, b.value);
  if (relation === '<') return order < 0 ? 'yes' : 'no';
  if (relation === '<=') return order <= 0 ? 'yes' : 'no';
  return (order === 0) === (relation === '=') ? 'yes' : 'no';
}

export const exact: Arithmetic<Exact> = {
  name: 'exact',
  rational: known,
  pi: () => UNKNOWN,
  neg: unary((q) => known(Q.neg(q))),
  abs: unary((q) => known(Q.abs(q))),
  sqrt: unary((q) => root(q, 2)),
  exp: only(Q.ZERO, Q.ONE),
  log: only(Q.ONE, Q.ZERO, (q) => q.num > 0n),
  sinh: only(Q.ZERO, Q.ZERO),
  cosh: only(Q.ZERO, Q.ONE),
  tanh: only(Q.ZERO, Q.ZERO),
  asinh: only(Q.ZERO, Q.ZERO),
  atanh: only(Q.ZERO, Q.ZERO, (q) => Q.compare(Q.abs(q), Q.ONE) < 0),
  sin: only(Q.ZERO, Q.ZERO),
  cos: only(Q.ZERO, Q.ONE),
  tan: only(Q.ZERO, Q.ZERO),
  atan: only(Q.ZERO, Q.ZERO),
  add: binary((p, q) => known(Q.add(p, q))),
  sub: binary((p, q) => known(Q.sub(p, q))),
  mul: binary((p, q) => known(Q.mul(p, q))),
  div: (a, b) => (b.value?.num === 0n ? UNDEFINED : binary((p, q) => known(Q.div(p, q)))(a, b)),
  min: binary((p, q) => known(Q.compare(p, q) <= 0 ? p : q)),
  max: binary((p, q) => known(Q.compare(p, q) >= 0 ? p : q)),
  square: unary((q) => known(Q.mul(q, q))),
  pow: (a, n) => unary((q) => integerPower(q, n))(a),
  power: (a, y) => unary((q) => power(q, y))(a),
  defined: (a) => a.defined,
  compare,
};
