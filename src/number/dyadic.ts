/**
 * Intervals with floating BigInt ends at any precision from 2 bits up: `dyadic(bits)` is an arithmetic.
 *
 * Trusted. Set-based (IEEE 1788): a value encloses what an expression can be on its box, restricted to where it is
 * defined, and `defined` says whether that is everywhere. Ends are rounded outwards to `bits` bits, exactly where they
 * fit; elementary functions are about one unit wide on points. Unbounded ends are infinities, the empty set has its ends
 * the wrong way round and is never `defined: yes`. Exponents are capped (bigfloat.ts), so values grow into unbounded
 * intervals, never into a hang. Costs two directed operations, or up to two enclosures, per operation.
 */
import { type Arithmetic, both, type Relation, type Three } from './arithmetic.ts';
import * as F from './bigfloat.ts';
import * as C from './circular.ts';
import { decimalDown, decimalUp } from './decimal.ts';
import * as E from './exponential.ts';
import * as G from './functions.ts';
import type { Rational } from './rational.ts';

type Float = F.Float;
type Ends = E.Ends;
type Enclose = (x: Float, bits: number) => Ends;

export interface Dyadic {
  readonly lo: Float;
  readonly hi: Float;
  readonly defined: Three;
}

const { ZERO, ONE, INF, MINUS_INF } = F;
const MINUS_ONE = F.neg(ONE);
/** The set from lo to hi ≥ lo. */
export const span = (lo: Float, hi: Float, defined: Three = 'yes'): Dyadic => ({ lo, hi, defined });
export const EMPTY: Dyadic = span(INF, MINUS_INF, 'no');
const nothing = (defined: Three): Dyadic => (defined === 'no' ? EMPTY : span(INF, MINUS_INF, 'undecided'));
const entire = (defined: Three): Dyadic => span(MINUS_INF, INF, defined);
export const isEmpty = (a: Dyadic): boolean => a.lo.e === Infinity && a.lo.m > 0n;
const negative = (a: Float): boolean => a.m < 0n;
const positive = (a: Float): boolean => a.m > 0n;

/** a with its definedness lowered to that of every argument and of the operation. */
const lowered = (lo: Float, hi: Float, ...parts: readonly Three[]): Dyadic => {
  const defined = parts.reduce(both, 'yes');
  return defined === 'no' ? EMPTY : span(lo, hi, defined);
};
const negate = (a: Dyadic): Dyadic => span(F.neg(a.hi), F.neg(a.lo), a.defined);

type UnaryOp = (a: Dyadic) => Dyadic;
type BinaryOp = (a: Dyadic, b: Dyadic) => Dyadic;
/** A result is never more defined than its arguments. */
const capped = (r: Dyadic, arguments_: Three): Dyadic =>
  arguments_ === 'yes' ? r : span(r.lo, r.hi, both(r.defined, arguments_));
/** Handles empty arguments; f sees non-empty ones only, as everything `defined: yes` is. */
const onOne =
  (f: UnaryOp): UnaryOp =>
  (a) =>
    a.defined === 'yes' ? f(a) : isEmpty(a) ? nothing(a.defined) : capped(f(a), a.defined);
const onTwo =
  (f: BinaryOp): BinaryOp =>
  (a, b) => {
    if (a.defined === 'yes' && b.defined === 'yes') return f(a, b);
    const defined = both(a.defined, b.defined);
    return defined === 'no' || isEmpty(a) || isEmpty(b) ? nothing(defined) : capped(f(a, b), defined);
  };

/** An increasing function with its limits at −∞ and ∞. */
const increasing = (f: Enclose, bits: number, from: Ends, to: Ends): UnaryOp => {
  const at = (x: Float): Ends => (F.isInfinite(x) ? (negative(x) ? from : to) : f(x, bits));
  return onOne((a) => {
    const low = at(a.lo);
    return span(low[0], a.lo === a.hi ? low[1] : at(a.hi)[1], a.defined);
  });
};
const ends = (x: Float): Ends => [x, x];
const infinities = [ends(MINUS_INF), ends(INF)] as const;

/** The part of the argument within [lo, hi]; `open`: finite ends are not in the domain. */
const within = (lo: Float, hi: Float, open: boolean, f: UnaryOp): UnaryOp =>
  onOne((a) => {
    const past = (low: Float, high: Float): boolean => {
      const order = F.compare(low, high);
      return order > 0 || (open && order === 0 && !F.isInfinite(low));
    };
    if (past(lo, a.hi) || past(a.lo, hi)) return EMPTY;
    const inside = !past(lo, a.lo) && !past(a.hi, hi);
    const image = f(inside ? a : span(F.max(lo, a.lo), F.min(hi, a.hi), a.defined));
    return lowered(image.lo, image.hi, image.defined, inside ? 'yes' : 'undecided');
  });

/** Least and greatest distance of a non-empty set from 0. */
const mignitude = (a: Dyadic): Float => (negative(a.lo) ? (positive(a.hi) ? ZERO : F.neg(a.hi)) : a.lo);
const magnitude = (a: Dyadic): Float => F.max(F.neg(a.lo), a.hi);
const folded = (a: Dyadic): Dyadic => {
  const low = mignitude(a);
  return span(low, a.lo === a.hi ? low : magnitude(a), a.defined);
};

function product(a: Dyadic, b: Dyadic, bits: number): Dyadic {
  const defined = a.defined === b.defined ? a.defined : both(a.defined, b.defined);
  const low = negative(a.lo);
  const bLow = negative(b.lo);
  if (!low && !bLow) return span(F.mul(a.lo, b.lo, bits, false), F.mul(a.hi, b.hi, bits, true), defined);
  if (low && !positive(a.hi)) return negate(product(negate(a), b, bits));
  const bHigh = positive(b.hi);
  if (low && !(bLow && bHigh)) return product(b, a, bits);
  if (!low) return span(F.mul(a.hi, b.lo, bits, false), F.mul(bHigh ? a.hi : a.lo, b.hi, bits, true), defined);
  const lo = F.min(F.mul(a.lo, b.hi, bits, false), F.mul(a.hi, b.lo, bits, false));
  return span(lo, F.max(F.mul(a.lo, b.lo, bits, true), F.mul(a.hi, b.hi, bits, true)), defined);
}

/** p/q for q ≥ 0, as a limit where q is 0. */
const over = (p: Float, q: Float, bits: number, up: boolean): Float =>
  q.m === 0n ? (p.m === 0n ? ZERO : negative(p) ? MINUS_INF : INF) : F.div(p, q, bits, up);
function quotient(a: Dyadic, b: Dyadic, bits: number): Dyadic {
  if (positive(b.lo)) {
    const lo = F.div(a.lo, negative(a.lo) ? b.lo : b.hi, bits, false);
    const hi = F.div(a.hi, positive(a.hi) ? b.lo : b.hi, bits, true);
    return span(lo, hi, a.defined === b.defined ? a.defined : both(a.defined, b.defined));
  }
  if (b.lo.m === 0n && b.hi.m === 0n) return EMPTY;
  if (b.lo.m === 0n) {
    const lo = over(a.lo, negative(a.lo) ? b.lo : b.hi, bits, false);
    return lowered(lo, over(a.hi, positive(a.hi) ? b.lo : b.hi, bits, true), a.defined, b.defined, 'undecided');
  }
  if (!positive(b.hi)) return negate(quotient(a, negate(b), bits));
  const none = a.lo.m === 0n && a.hi.m === 0n;
  return lowered(none ? ZERO : MINUS_INF, none ? ZERO : INF, a.defined, b.defined, 'undecided');
}

/** More bits than any value here has. */
const EXACT = 2 ** 21;
/** a·b + c, rounded once. */
function fused(a: Dyadic, b: Dyadic, c: Dyadic, bits: number): Dyadic {
  const p = onTwo((x, y) => product(x, y, EXACT))(a, b);
  return sum(bits)(p, c);
}

/** x^y at a corner of a box, as a limit where an end is 0 or infinite (0·log 0 = 0·∞ = 0). */
function corner(x: Float, y: Float, bits: number): Ends {
  if (y.m === 0n || F.compare(x, ONE) === 0) return ends(ONE);
  const grows = F.compare(x, ONE) > 0 === positive(y);
  if (x.m === 0n || F.isInfinite(x) || F.isInfinite(y)) return ends(grows ? INF : ZERO);
  const exponent = F.toRational(y);
  return exponent ? G.power(x, exponent, bits) : grows ? [ONE, INF] : [ZERO, ONE];
}
/** x^y with a varying exponent: x > 0, or x = 0 and y > 0. y·log x is bilinear, so the corners are the extremes. */
function raise(a: Dyadic, b: Dyadic, bits: number): Dyadic {
  if (negative(a.hi) || (a.hi.m === 0n && !positive(b.hi))) return EMPTY;
  const everywhere = positive(a.lo) || (a.lo.m === 0n && positive(b.lo));
  const low = F.max(a.lo, ZERO);
  const bases = a.hi.m === 0n ? [ZERO] : a.lo === a.hi ? [low] : [low, a.hi];
  const exponents = a.hi.m === 0n ? [b.hi] : b.lo === b.hi ? [b.lo] : [b.lo, b.hi];
  const values = bases.flatMap((x) => exponents.map((y) => corner(x, y, bits)));
  const lo = values.map((v) => v[0]).reduce(F.min);
  return lowered(lo, values.map((v) => v[1]).reduce(F.max), a.defined, b.defined, everywhere ? 'yes' : 'undecided');
}

/** aⁿ for whole n; monotone on a ≥ 0, and elsewhere by parity. */
function integerPower(a: Dyadic, n: number, bits: number): Dyadic {
  if (n === 0) return span(ONE, ONE, a.defined);
  if (n % 2 !== 0 && negative(a.lo)) {
    if (!positive(a.hi)) return negate(integerPower(negate(a), n, bits));
    if (n < 0) return lowered(MINUS_INF, INF, a.defined, 'undecided');
    return span(F.neg(F.pow(F.neg(a.lo), n, bits, true)), at(a.hi, n, bits)[1], a.defined);
  }
  const size = n % 2 === 0 ? folded(a) : a;
  if (n > 0) return span(at(size.lo, n, bits)[0], at(size.hi, n, bits)[1], a.defined);
  if (size.hi.m === 0n) return EMPTY;
  return lowered(at(size.hi, n, bits)[0], at(size.lo, n, bits)[1], a.defined, size.lo.m === 0n ? 'undecided' : 'yes');
}
/** xⁿ at an end 0 ≤ x ≤ ∞ as a limit, n ≠ 0. */
const at = (x: Float, n: number, bits: number): Ends =>
  x.m === 0n || F.isInfinite(x) ? ends((x.m === 0n) === n > 0 ? ZERO : INF) : G.wholePower(x, n, bits);

function rationalPower(a: Dyadic, y: Rational, bits: number): Dyadic {
  const grows = y.num > 0n;
  const point = (x: Float): Ends =>
    x.m === 0n || F.isInfinite(x) ? ends((x.m === 0n) === grows ? ZERO : INF) : G.power(x, y, bits);
  if (!grows && a.hi.m === 0n) return EMPTY;
  const [first, last] = [point(a.lo), point(a.hi)];
  return grows
    ? span(first[0], last[1], a.defined)
    : lowered(last[0], first[1], a.defined, a.lo.m === 0n ? 'undecided' : 'yes');
}

/** Whether some whole number j with first < j ≤ last is ≡ rest mod 4. */
const meets = (first: bigint, last: bigint, rest: bigint): boolean => {
  const next = first + 1n;
  return next + ((((rest - next) % 4n) + 4n) % 4n) <= last;
};
const near = (a: Dyadic): boolean => F.top(a.lo) < C.FAR && F.top(a.hi) < C.FAR;

/** sin (peak 1: highest where x/(π/2) ≡ 1 mod 4) or cos (peak 0). */
const wave = (f: Enclose, peak: bigint, bits: number): UnaryOp =>
  onOne((a) => {
    if (!near(a)) return span(MINUS_ONE, ONE, a.defined);
    const first = C.quadrant(a.lo);
    const last = a.lo === a.hi ? first : C.quadrant(a.hi);
    const low = f(a.lo, bits);
    const high = a.lo === a.hi ? low : f(a.hi, bits);
    const lo = meets(first, last, peak + 2n) ? MINUS_ONE : F.max(F.min(low[0], high[0]), MINUS_ONE);
    const hi = meets(first, last, peak) ? ONE : F.min(F.max(low[1], high[1]), ONE);
    return span(lo, hi, a.defined);
  });

const tangent = (bits: number): UnaryOp =>
  onOne((a) => {
    if (!near(a)) return entire(both(a.defined, 'undecided'));
    const first = C.quadrant(a.lo);
    const last = C.quadrant(a.hi);
    if (meets(first, last, 1n) || meets(first, last, 3n)) return entire(both(a.defined, 'undecided'));
    return span(C.tan(a.lo, bits)[0], C.tan(a.hi, bits)[1], a.defined);
  });

export function compare(relation: Relation, a: Dyadic, b: Dyadic): Three {
  if (a.defined !== 'yes' || b.defined !== 'yes' || isEmpty(a) || isEmpty(b)) return 'undecided';
  const before = F.compare(a.hi, b.lo);
  const after = F.compare(a.lo, b.hi);
  if (relation === '<') return before < 0 ? 'yes' : after >= 0 ? 'no' : 'undecided';
  if (relation === '<=') return before <= 0 ? 'yes' : after > 0 ? 'no' : 'undecided';
  const apart = before < 0 || after > 0;
  const same = before === 0 && after === 0;
  if (relation === '=') return apart ? 'no' : same ? 'yes' : 'undecided';
  return apart ? 'yes' : same ? 'no' : 'undecided';
}

const least = onTwo((a, b) => span(F.min(a.lo, b.lo), F.min(a.hi, b.hi), both(a.defined, b.defined)));
const greatest = onTwo((a, b) => span(F.max(a.lo, b.lo), F.max(a.hi, b.hi), both(a.defined, b.defined)));

const sum = (bits: number): BinaryOp =>
  onTwo((a, b) => span(F.add(a.lo, b.lo, bits, false), F.add(a.hi, b.hi, bits, true), both(a.defined, b.defined)));

function root(bits: number): UnaryOp {
  const rooted = (a: Dyadic): Dyadic => span(F.sqrt(a.lo, bits, false), F.sqrt(a.hi, bits, true));
  const clipped = within(ZERO, INF, false, rooted);
  return (a) => (a.defined === 'yes' && !negative(a.lo) ? rooted(a) : clipped(a));
}

const algebra = (bits: number) => ({
  neg: negate,
  abs: onOne(folded),
  min: least,
  max: greatest,
  add: onTwo((a, b) => span(F.add(a.lo, b.lo, bits, false), F.add(a.hi, b.hi, bits, true), both(a.defined, b.defined))),
  sub: onTwo((a, b) => span(F.sub(a.lo, b.hi, bits, false), F.sub(a.hi, b.lo, bits, true), both(a.defined, b.defined))),
  mul: onTwo((a, b) => product(a, b, bits)),
  div: onTwo((a, b) => quotient(a, b, bits)),
  fma: (a: Dyadic, b: Dyadic, c: Dyadic): Dyadic => fused(a, b, c, bits),
  raise: onTwo((a, b) => raise(a, b, bits)),
  square: onOne((a) => {
    const size = folded(a);
    return span(F.mul(size.lo, size.lo, bits, false), F.mul(size.hi, size.hi, bits, true), a.defined);
  }),
  sqrt: root(bits),
  pow: (a: Dyadic, n: number): Dyadic => {
    if (!Number.isSafeInteger(n)) throw new TypeError(`a whole exponent is wanted, found ${n}`);
    return onOne((x) => integerPower(x, n, bits))(a);
  },
  power: (a: Dyadic, y: Rational): Dyadic =>
    y.num === 0n
      ? onOne((x) => span(ONE, ONE, x.defined))(a)
      : within(ZERO, INF, false, (x) => rationalPower(x, y, bits))(a),
});

/** The logarithm to some base, on what lies above 0. */
const logarithm = (f: Enclose, bits: number): UnaryOp =>
  within(ZERO, INF, false, (a) => {
    if (a.hi.m === 0n) return EMPTY;
    const inner = increasing((x, n) => (x.m === 0n ? ends(MINUS_INF) : f(x, n)), bits, ...infinities);
    const image = inner(a);
    return a.lo.m === 0n ? span(image.lo, image.hi, 'undecided') : image;
  });
const halfPi = (bits: number): Ends => C.piTimes(-1, bits);
const flipped = ([lo, hi]: Ends): Ends => [F.neg(hi), F.neg(lo)];

const transcendental = (bits: number) => {
  const growing = (f: Enclose, from: Ends, to: Ends): UnaryOp => increasing(f, bits, from, to);
  const everywhere = (f: Enclose): UnaryOp => growing(f, ...infinities);
  const half = halfPi(bits);
  const shifted: Enclose = (x, n) => (F.compare(x, MINUS_ONE) === 0 ? ends(MINUS_INF) : E.log1p(x, n));
  const edge: Enclose = (x, n) =>
    F.compare(x, ONE) === 0 ? ends(INF) : F.compare(x, MINUS_ONE) === 0 ? ends(MINUS_INF) : G.atanh(x, n);
  const cosines = growing((x, n) => flipped(G.acos(x, n)), ...infinities);
  return {
    exp: growing(E.exp, ends(ZERO), ends(INF)),
    expm1: growing(E.expm1, ends(MINUS_ONE), ends(INF)),
    exp2: growing(G.exp2, ends(ZERO), ends(INF)),
    exp10: growing(G.exp10, ends(ZERO), ends(INF)),
    log: logarithm(E.log, bits),
    log2: logarithm(G.log2, bits),
    log10: logarithm(G.log10, bits),
    log1p: within(MINUS_ONE, INF, true, everywhere(shifted)),
    sinh: everywhere(G.sinh),
    cosh: onOne((a) => growing(G.cosh, ends(ONE), ends(INF))(folded(a))),
    tanh: growing(G.tanh, ends(MINUS_ONE), ends(ONE)),
    asinh: everywhere(G.asinh),
    acosh: within(ONE, INF, false, everywhere(G.acosh)),
    atanh: within(MINUS_ONE, ONE, true, everywhere(edge)),
    sin: wave(C.sin, 1n, bits),
    cos: wave(C.cos, 0n, bits),
    tan: tangent(bits),
    asin: within(MINUS_ONE, ONE, false, everywhere(G.asin)),
    acos: within(MINUS_ONE, ONE, false, (a) => negate(cosines(a))),
    atan: growing(C.atan, flipped(half), half),
  };
};

const make = (bits: number) => {
  const pi = C.piTimes(0, bits);
  return {
    name: `dyadic ${bits}`,
    bits,
    rational: (q: Rational): Dyadic => span(F.ofRational(q, bits, false), F.ofRational(q, bits, true)),
    pi: (): Dyadic => span(pi[0], pi[1]),
    ...algebra(bits),
    ...transcendental(bits),
    defined: (a: Dyadic): Three => a.defined,
    compare,
  };
};
export type DyadicArithmetic = ReturnType<typeof make>;

const made = new Map<number, DyadicArithmetic>();
/** Interval arithmetic with ends of `bits` significant bits, 2 ≤ bits ≤ 2²⁰. */
export function dyadic(bits: number): DyadicArithmetic {
  if (!Number.isInteger(bits) || bits < 2 || bits > 2 ** 20)
    throw new RangeError(`2 to 2²⁰ bits are wanted, found ${bits}`);
  const known = made.get(bits);
  if (known) return known;
  const arithmetic: DyadicArithmetic = make(bits);
  arithmetic satisfies Arithmetic<Dyadic>;
  made.set(bits, arithmetic);
  return arithmetic;
}

/** What is one or the other: the set of both, for branches. */
export const hull = (a: Dyadic, b: Dyadic): Dyadic =>
  span(F.min(a.lo, b.lo), F.max(a.hi, b.hi), a.defined === b.defined ? a.defined : 'undecided');
/** Two enclosures of one quantity made one; empty only where they contradict each other. */
export const meet = (a: Dyadic, b: Dyadic): Dyadic => {
  const lo = F.max(a.lo, b.lo);
  const hi = F.min(a.hi, b.hi);
  const defined = a.defined === 'undecided' ? b.defined : a.defined;
  return F.compare(lo, hi) > 0 ? nothing(defined) : span(lo, hi, defined);
};

/** Every double between the ends, with ends that are doubles. */
export const ofDoubles = (lo: number, hi: number, defined: Three = 'yes'): Dyadic => {
  const low = F.ofDouble(lo);
  return span(low, lo === hi ? low : F.ofDouble(hi), defined);
};
/** The smallest [lo, hi] of doubles around a. */
export const toDoubles = (a: Dyadic): readonly [number, number] => [F.toDouble(a.lo, false), F.toDouble(a.hi, true)];
/** The exact ends; undefined where an end is infinite or has more than 2²⁰ binary places. */
export const toRationals = (a: Dyadic): readonly [Rational | undefined, Rational | undefined] => [
  F.toRational(a.lo),
  F.toRational(a.hi),
];
export const contains = (a: Dyadic, q: Rational): boolean => {
  const below = F.compare(F.mul(a.lo, F.float(q.den), EXACT, false), F.float(q.num)) <= 0;
  return below && F.compare(F.float(q.num), F.mul(a.hi, F.float(q.den), EXACT, true)) <= 0;
};

/** Past this many binary places, decimals are made by scaling with a power of ten first. */
const PLAIN = 2000;
const scaledText = (a: Float, digits: number, up: boolean): string => {
  const n = Math.floor(F.top(a) * Math.log10(2));
  const bits = 4 * digits + 80;
  const ten = dyadic(bits).pow(span(F.float(10n), F.float(10n)), n);
  const away = up === positive(a);
  const q = F.toRational(F.div(a, away ? ten.lo : ten.hi, bits, up))!;
  return `${(up ? decimalUp : decimalDown)(q, digits)}e${n}`;
};
function endText(a: Float, digits: number, up: boolean): string {
  if (F.isInfinite(a)) return negative(a) ? '-infinity' : 'infinity';
  const q = Math.abs(F.top(a)) < PLAIN && a.e > -8 * PLAIN ? F.toRational(a) : a.m === 0n ? F.toRational(a) : undefined;
  return q ? (up ? decimalUp : decimalDown)(q, digits) : scaledText(a, digits, up);
}
/** Decimals around the ends, rounded outwards. */
export const toDecimals = (a: Dyadic, digits = 17): readonly [string, string] => [
  endText(a.lo, digits, false),
  endText(a.hi, digits, true),
];
/** Bits of relative width: log₂ of (hi − lo)/|a|; −∞ for a point, ∞ where 0 or an infinity is in a. */
export const relativeWidth = (a: Dyadic): number => {
  if (isEmpty(a) || (a.lo.m === a.hi.m && a.lo.e === a.hi.e)) return -Infinity;
  const width = F.sub(a.hi, a.lo, 53, true);
  const size = mignitude(a);
  if (F.isInfinite(width) || size.m === 0n) return Infinity;
  return Math.log2(F.toDouble(F.scale(width, -F.top(width)), true)) + F.top(width) - F.top(size) + 1;
};
