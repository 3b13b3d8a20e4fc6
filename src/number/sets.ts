/**
 * Intervals of doubles as sets: hull and intersection, order and inclusion, ends, middle and width, step functions.
 *
 * Trusted where certification uses it. Names and conventions of IEEE 1788 (an empty set has no middle: NaN); `subset` and
 * its kin speak of the sets only, never of `defined`. Costs a few comparisons.
 */
import type { Three } from './arithmetic.ts';
import { add, ofDouble } from './bigfloat.ts';
import { between, EMPTY, ENTIRE, type Interval, isEmpty, redefined } from './interval.ts';
import { addDown, addUp, subDown, subUp } from './rounded.ts';

const MAX = Number.MAX_VALUE;
const set = (lo: number, hi: number, defined: Three): Interval => redefined(between(lo, hi), defined);

/** What is one or the other: the set of both, for branches. */
export const hull = (a: Interval, b: Interval): Interval =>
  set(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi), a.defined === b.defined ? a.defined : 'undecided');
/** The common points of two sets, which need not enclose the same quantity: never `defined: yes`. */
export const intersection = (a: Interval, b: Interval): Interval =>
  set(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi), 'undecided');
/** Two enclosures of one quantity made one; empty only where they contradict each other. */
export const meet = (a: Interval, b: Interval): Interval =>
  set(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi), a.defined === 'undecided' ? b.defined : a.defined);

export const isEntire = (a: Interval): boolean => a.lo === -Infinity && a.hi === Infinity;
export const isSingleton = (a: Interval): boolean => a.lo === a.hi;
export const isBounded = (a: Interval): boolean => isEmpty(a) || (a.lo > -Infinity && a.hi < Infinity);
export const isCommon = (a: Interval): boolean => !isEmpty(a) && isBounded(a);
export const isMember = (x: number, a: Interval): boolean => Number.isFinite(x) && a.lo <= x && x <= a.hi;

export const equal = (a: Interval, b: Interval): boolean =>
  (isEmpty(a) && isEmpty(b)) || (a.lo === b.lo && a.hi === b.hi);
export const subset = (a: Interval, b: Interval): boolean => isEmpty(a) || (b.lo <= a.lo && a.hi <= b.hi);
export const disjoint = (a: Interval, b: Interval): boolean => isEmpty(a) || isEmpty(b) || a.hi < b.lo || b.hi < a.lo;
const inside = (x: number, y: number): boolean => x < y || (x === y && !Number.isFinite(x));
export const interior = (a: Interval, b: Interval): boolean =>
  isEmpty(a) || (!isEmpty(b) && inside(b.lo, a.lo) && inside(a.hi, b.hi));
const ordered =
  (low: (x: number, y: number) => boolean, high: (x: number, y: number) => boolean) =>
  (a: Interval, b: Interval): boolean =>
    isEmpty(a) || isEmpty(b) ? isEmpty(a) && isEmpty(b) : low(a.lo, b.lo) && high(a.hi, b.hi);
const notAbove = (x: number, y: number): boolean => x <= y;
export const less = ordered(notAbove, notAbove);
export const strictLess = ordered(inside, inside);
export const precedes = (a: Interval, b: Interval): boolean => isEmpty(a) || isEmpty(b) || a.hi <= b.lo;
export const strictPrecedes = (a: Interval, b: Interval): boolean => isEmpty(a) || isEmpty(b) || a.hi < b.lo;

/** Which of Allen's thirteen relations, or three for empty sets, holds. */
export function overlap(a: Interval, b: Interval): string {
  if (isEmpty(a)) return isEmpty(b) ? 'bothEmpty' : 'firstEmpty';
  if (isEmpty(b)) return 'secondEmpty';
  if (a.hi < b.lo) return 'before';
  if (b.hi < a.lo) return 'after';
  const [low, high] = [Math.sign(compared(a.lo, b.lo)), Math.sign(compared(a.hi, b.hi))];
  if (low < 0 && high < 0) return a.hi === b.lo ? 'meets' : 'overlaps';
  if (low > 0 && high > 0) return b.hi === a.lo ? 'metBy' : 'overlappedBy';
  if (low < 0) return high === 0 ? 'finishedBy' : 'contains';
  if (low > 0) return high === 0 ? 'finishes' : 'containedBy';
  return high < 0 ? 'starts' : high > 0 ? 'startedBy' : 'equals';
}
const compared = (x: number, y: number): number => (x < y ? -1 : x > y ? 1 : 0);

/** The double nearest to the middle; of an unbounded interval 0 or ±the largest double, as far as it is inside. */
export function mid(a: Interval): number {
  if (isEmpty(a)) return Number.NaN;
  if (isEntire(a)) return 0;
  if (a.lo === -Infinity) return -MAX;
  if (a.hi === Infinity) return MAX;
  const sum = a.lo + a.hi;
  return (Number.isFinite(sum) ? sum / 2 : a.lo / 2 + a.hi / 2) + 0;
}
/** The least double r with a ⊆ [mid − r, mid + r]. */
export function rad(a: Interval): number {
  if (isEmpty(a)) return Number.NaN;
  const m = mid(a);
  return Math.max(subUp(m, a.lo), subUp(a.hi, m));
}
export const wid = (a: Interval): number => (isEmpty(a) ? Number.NaN : subUp(a.hi, a.lo));
export const mag = (a: Interval): number => (isEmpty(a) ? Number.NaN : Math.max(Math.abs(a.lo), Math.abs(a.hi)));
export const mig = (a: Interval): number => (isEmpty(a) ? Number.NaN : a.lo > 0 ? a.lo : a.hi < 0 ? -a.hi : 0);

/** Whether the first set is at least as wide as the second, exactly. */
function atLeastAsWide(a: Interval, b: Interval): boolean {
  const ends = [a.hi, -a.lo, -b.hi, b.lo].map(ofDouble);
  return ends.reduce((x, y) => add(x, y, 4096, false)).m >= 0n;
}
/** The set c with b + c = a, as far as there is one; the whole line otherwise. */
export function cancelMinus(a: Interval, b: Interval): Interval {
  if (!isBounded(a) || !isBounded(b)) return redefined(ENTIRE, 'undecided');
  if (isEmpty(a)) return EMPTY;
  if (isEmpty(b) || !atLeastAsWide(a, b)) return redefined(ENTIRE, 'undecided');
  return set(subDown(a.lo, b.lo), subUp(a.hi, b.hi), 'undecided');
}
export const cancelPlus = (a: Interval, b: Interval): Interval =>
  cancelMinus(a, isEmpty(b) ? b : set(-b.hi, -b.lo, b.defined));

const step =
  (f: (x: number) => number) =>
  (a: Interval): Interval =>
    isEmpty(a) ? a : set(f(a.lo), f(a.hi), a.defined);
export const sign = step(Math.sign);
export const floor = step(Math.floor);
export const ceil = step(Math.ceil);
export const trunc = step(Math.trunc);
const half = (x: number): boolean => Math.abs(x - Math.trunc(x)) === 0.5;
export const roundTiesToAway = step((x) => (half(x) ? Math.trunc(x) + Math.sign(x) : nearest(x)));
export const roundTiesToEven = step((x) => (half(x) ? 2 * Math.round(x / 2) : nearest(x)));
const nearest = (x: number): number =>
  Math.abs(x - Math.trunc(x)) > 0.5 ? Math.trunc(x) + Math.sign(x) : Math.trunc(x);
/** The widened set [lo − r, hi + r]. */
export const widened = (a: Interval, r: number): Interval =>
  isEmpty(a) ? a : set(addDown(a.lo, -r), addUp(a.hi, r), a.defined);
