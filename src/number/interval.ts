/**
 * Intervals with binary64 ends: the fast rigorous arithmetic.
 *
 * Trusted. Set-based (IEEE 1788) with `defined` for the whole box, as in dyadic.ts: + − × ÷ √ are tight (the smallest
 * interval of doubles, exact where the result is a double) by rounded.ts; everything else is evaluated in dyadic.ts with
 * BITS bits and rounded outwards, at most 2 ulp wide on points. No Math function bounds anything. A value that is
 * `defined: yes` is not empty; NaN never appears. Tens of nanoseconds for + − × ÷ √, some 10 µs for elementary functions.
 */
import { type Arithmetic, both, type Relation, type Three } from './arithmetic.ts';
import { ofRational, toDouble } from './bigfloat.ts';
import { type Dyadic, dyadic, ofDoubles, toDoubles } from './dyadic.ts';
import type { Rational } from './rational.ts';
import * as R from './rounded.ts';

export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly defined: Three;
}

const make = (lo: number, hi: number, defined: Three): Interval => ({ lo, hi, defined });
export const EMPTY: Interval = make(Infinity, -Infinity, 'no');
export const ENTIRE: Interval = make(-Infinity, Infinity, 'yes');
const nothing = (defined: Three): Interval => (defined === 'no' ? EMPTY : make(Infinity, -Infinity, 'undecided'));
export const isEmpty = (a: Interval): boolean => a.lo > a.hi;

/** All reals from lo to hi. NaN gives the whole line, undecided; ends in the wrong order give the empty set. */
export function between(lo: number, hi: number): Interval {
  if (Number.isNaN(lo) || Number.isNaN(hi)) return make(-Infinity, Infinity, 'undecided');
  return lo <= hi && lo < Infinity && hi > -Infinity ? make(lo + 0, hi + 0, 'yes') : EMPTY;
}
export const point = (x: number): Interval => between(x, x);
/** The same set with another definedness. */
export const redefined = (a: Interval, defined: Three): Interval =>
  defined === 'no' ? EMPTY : isEmpty(a) ? nothing(defined) : make(a.lo, a.hi, defined);

/** The result for arguments that are not both `yes`. */
function settled(lo: number, hi: number, a: Interval, b: Interval, own: Three = 'yes'): Interval {
  const defined = both(both(a.defined, b.defined), own);
  return defined === 'no' || isEmpty(a) || isEmpty(b) ? nothing(defined) : make(lo, hi, defined);
}
const fine = (a: Interval, b: Interval): boolean => a.defined === 'yes' && b.defined === 'yes';

const neg = (a: Interval): Interval => make(0 - a.hi, 0 - a.lo, a.defined);

function add(a: Interval, b: Interval): Interval {
  const lo = R.addDown(a.lo, b.lo);
  const hi = R.addUp(a.hi, b.hi);
  return fine(a, b) ? make(lo, hi, 'yes') : settled(lo, hi, a, b);
}
function sub(a: Interval, b: Interval): Interval {
  const lo = R.subDown(a.lo, b.hi);
  const hi = R.subUp(a.hi, b.lo);
  return fine(a, b) ? make(lo, hi, 'yes') : settled(lo, hi, a, b);
}

function mulBySign(a: Interval, b: Interval): Interval {
  if (a.lo >= 0) {
    if (b.lo >= 0) return make(R.mulDown(a.lo, b.lo), R.mulUp(a.hi, b.hi), 'yes');
    const lo = R.mulDown(a.hi, b.lo);
    return make(lo, R.mulUp(b.hi > 0 ? a.hi : a.lo, b.hi), 'yes');
  }
  if (a.hi <= 0) {
    if (b.hi <= 0) return make(R.mulDown(a.hi, b.hi), R.mulUp(a.lo, b.lo), 'yes');
    const lo = R.mulDown(a.lo, b.hi);
    return make(lo, R.mulUp(b.lo < 0 ? a.lo : a.hi, b.lo), 'yes');
  }
  if (b.lo >= 0) return make(R.mulDown(a.lo, b.hi), R.mulUp(a.hi, b.hi), 'yes');
  if (b.hi <= 0) return make(R.mulDown(a.hi, b.lo), R.mulUp(a.lo, b.lo), 'yes');
  const lo = Math.min(R.mulDown(a.lo, b.hi), R.mulDown(a.hi, b.lo));
  return make(lo, Math.max(R.mulUp(a.lo, b.lo), R.mulUp(a.hi, b.hi)), 'yes');
}
function mul(a: Interval, b: Interval): Interval {
  if (fine(a, b)) return mulBySign(a, b);
  if (isEmpty(a) || isEmpty(b)) return settled(0, 0, a, b);
  const { lo, hi } = mulBySign(a, b);
  return settled(lo, hi, a, b);
}

/** a/b for b > 0, or b ≥ 0 with limits at 0. */
function divAbove(a: Interval, b: Interval, own: Three): Interval {
  const low = a.lo < 0 ? b.lo : b.hi;
  const high = a.hi > 0 ? b.lo : b.hi;
  const lo = low === 0 ? -Infinity : R.divDown(a.lo, low);
  return settled(lo, high === 0 ? Infinity : R.divUp(a.hi, high), a, b, own);
}
function div(a: Interval, b: Interval): Interval {
  if (b.lo === 0 && b.hi === 0) return EMPTY;
  if (isEmpty(a) || isEmpty(b)) return settled(0, 0, a, b);
  if (b.lo >= 0) return divAbove(a, b, b.lo > 0 ? 'yes' : 'undecided');
  if (b.hi <= 0) return neg(divAbove(a, neg(b), b.hi < 0 ? 'yes' : 'undecided'));
  const none = a.lo === 0 && a.hi === 0;
  return settled(none ? 0 : -Infinity, none ? 0 : Infinity, a, b, 'undecided');
}

/** {|x|}. */
function abs(a: Interval): Interval {
  if (isEmpty(a) || a.lo >= 0) return a;
  return a.hi <= 0 ? neg(a) : make(0, Math.max(-a.lo, a.hi), a.defined);
}
function square(a: Interval): Interval {
  const s = abs(a);
  return isEmpty(s) ? s : make(R.mulDown(s.lo, s.lo), R.mulUp(s.hi, s.hi), a.defined);
}
function sqrt(a: Interval): Interval {
  if (isEmpty(a)) return a;
  if (a.hi < 0) return EMPTY;
  const lo = a.lo > 0 ? R.sqrtDown(a.lo) : 0;
  return make(lo, R.sqrtUp(a.hi), a.lo < 0 ? 'undecided' : a.defined);
}
const min = (a: Interval, b: Interval): Interval => settled(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi), a, b);
const max = (a: Interval, b: Interval): Interval => settled(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi), a, b);

export function compare(relation: Relation, a: Interval, b: Interval): Three {
  if (!fine(a, b)) return 'undecided';
  if (relation === '<') return a.hi < b.lo ? 'yes' : a.lo >= b.hi ? 'no' : 'undecided';
  if (relation === '<=') return a.hi <= b.lo ? 'yes' : a.lo > b.hi ? 'no' : 'undecided';
  const apart = a.hi < b.lo || b.hi < a.lo;
  const same = a.lo === b.hi && a.hi === b.lo;
  if (relation === '=') return apart ? 'no' : same ? 'yes' : 'undecided';
  return apart ? 'yes' : same ? 'no' : 'undecided';
}

/** Bits for elementary functions: with 53, the chance that an end is not the tight one is about 2⁻⁴⁰. */
const BITS = 96;
const D = dyadic(BITS);
export const toDyadic = (a: Interval): Dyadic => ofDoubles(a.lo, a.hi, a.defined);
export function ofDyadic(a: Dyadic): Interval {
  const [lo, hi] = toDoubles(a);
  return make(lo, hi, a.defined);
}
const lift =
  (f: (a: Dyadic) => Dyadic) =>
  (a: Interval): Interval =>
    isEmpty(a) ? a : ofDyadic(f(toDyadic(a)));
const lift2 =
  (f: (a: Dyadic, b: Dyadic) => Dyadic) =>
  (a: Interval, b: Interval): Interval =>
    ofDyadic(f(toDyadic(a), toDyadic(b)));

const pi = ofDyadic(D.pi());

const functions = {
  name: 'interval',
  rational: (q: Rational): Interval =>
    make(toDouble(ofRational(q, 64, false), false), toDouble(ofRational(q, 64, true), true), 'yes'),
  pi: (): Interval => pi,
  neg,
  add,
  sub,
  mul,
  div,
  abs,
  square,
  sqrt,
  min,
  max,
  pow: (a: Interval, n: number): Interval => lift((x) => D.pow(x, n))(a),
  power: (a: Interval, y: Rational): Interval => lift((x) => D.power(x, y))(a),
  /** x^y with both varying. */
  raise: lift2(D.raise),
  /** a·b + c, tight. */
  fma: (a: Interval, b: Interval, c: Interval): Interval => ofDyadic(D.fma(toDyadic(a), toDyadic(b), toDyadic(c))),
  exp: lift(D.exp),
  expm1: lift(D.expm1),
  exp2: lift(D.exp2),
  exp10: lift(D.exp10),
  log: lift(D.log),
  log1p: lift(D.log1p),
  log2: lift(D.log2),
  log10: lift(D.log10),
  sin: lift(D.sin),
  cos: lift(D.cos),
  tan: lift(D.tan),
  asin: lift(D.asin),
  acos: lift(D.acos),
  atan: lift(D.atan),
  sinh: lift(D.sinh),
  cosh: lift(D.cosh),
  tanh: lift(D.tanh),
  asinh: lift(D.asinh),
  acosh: lift(D.acosh),
  atanh: lift(D.atanh),
  defined: (a: Interval): Three => a.defined,
  compare,
};
export const interval: Arithmetic<Interval> & typeof functions = functions;
