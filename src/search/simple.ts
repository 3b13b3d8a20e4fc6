/**
 * Short rationals: the simplest one in an interval, all short ones of a coordinate, and what "simple" costs.
 *
 * Works on doubles and whole numbers below 2⁵³: nothing here is rigorous, membership is re-decided exactly by the caller.
 */
import type { Coordinate } from '../claim/domains.ts';
import { inside } from '../claim/domains.ts';
import { toNumber } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

/** k where q = 10ᵏ, −1 otherwise. */
function decimals(q: bigint): number {
  const digits = `${q}`;
  return /^10*$/.test(digits) ? digits.length - 1 : -1;
}

/** How long a number is to read: 0 for 0, 2 for 1, 5 for 1/2, 7 for 1/3, 11 for 3/10. Powers of ten are short. */
export function cost(q: Rational): number {
  const [above, below] = [decimals(Q.abs(q).num), decimals(q.den)];
  const size = above > 1 ? 6 + above : 2 * Math.log2(1 + Math.abs(Number(q.num)));
  const parts = below > 0 ? 6 + below : 3 * Math.log2(Number(q.den));
  return Math.round(size + parts) + (q.num < 0n ? 1 : 0);
}

/** What a number costs that has been seen before. */
export const again = (q: Rational): number => Math.round(cost(Q.abs(q)) / 3) + (q.num < 0n ? 1 : 0);

/** How long a point is to read: equal numbers, up to sign, are read once and recognised. */
export function pointCost(values: readonly Rational[]): number {
  const seen = new Set<string>();
  let total = 0;
  for (const q of values) {
    const key = Q.text(Q.abs(q));
    total += seen.has(key) ? again(q) : cost(q);
    seen.add(key);
  }
  return total;
}

const LIMIT = 2 ** 50;

function fraction(a: number, b: number, depth: number): readonly [number, number] | undefined {
  const whole = Math.floor(a);
  if (whole === a) return [whole, 1];
  if (whole + 1 <= b) return [whole + 1, 1];
  const rest = depth < 60 ? fraction(1 / (b - whole), 1 / (a - whole), depth + 1) : undefined;
  if (!rest || rest[0] > LIMIT || whole * rest[0] + rest[1] > LIMIT) return undefined;
  return [whole * rest[0] + rest[1], rest[0]];
}

/** Numerator and denominator, the latter least, of a number in [a, b], up to rounding; undefined when too long. */
export function shortFraction(a: number, b: number): readonly [number, number] | undefined {
  if (!(a <= b)) return undefined;
  if (a <= 0 && b >= 0) return [0, 1];
  if (b < 0) {
    const mirrored = shortFraction(-b, -a);
    return mirrored && [-mirrored[0], mirrored[1]];
  }
  return a > LIMIT || b < 1 / LIMIT ? undefined : fraction(a, b, 0);
}

/** The same as an exact number. */
export function simplestBetween(a: number, b: number): Rational | undefined {
  const f = shortFraction(a, b);
  return f && Q.rational(f[0], f[1]);
}

const SAFE = 2n ** 53n;

/** A double next to q. */
export function approximate(q: Rational): number {
  const small = q.den < SAFE && q.num < SAFE && q.num > -SAFE;
  return small ? Number(q.num) / Number(q.den) : toNumber(q);
}

/** Fractions of the Stern–Brocot tree in [lo, hi] ⊂ [0, ∞) up to a cost; a node is a/b, c/d around (a + c)/(b + d). */
function positive(lo: number, hi: number, limit: number): Rational[] {
  const out: Rational[] = [];
  const stack: (readonly [number, number, number, number])[] = lo <= hi && hi > 0 ? [[0, 1, 1, 0]] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const [a, b, c, d] = node;
    const [n, m] = [a + c, b + d];
    if (2 * Math.log2(1 + n) + 3 * Math.log2(m) > limit) continue;
    const value = n / m;
    if (value >= lo && value <= hi) out.push(Q.rational(n, m));
    if (value > lo) stack.push([a, b, n, m]);
    if (value < hi) stack.push([n, m, c, d]);
  }
  return out;
}

/** The simplest number in each of 2ᵏ equal pieces, k = 0 … 6; pieces of equal ratio on a log scale. */
function spread(lo: number, hi: number, log: boolean): Rational[] {
  const out: Rational[] = [];
  for (let pieces = 1; pieces <= 64; pieces *= 2)
    for (let i = 0; i < pieces; i++) {
      const at = (k: number): number => (log ? lo * (hi / lo) ** (k / pieces) : lo + ((hi - lo) * k) / pieces);
      const q = simplestBetween(at(i), at(i + 1));
      if (q) out.push(q);
    }
  return out;
}

const bySimplicity = (a: Rational, b: Rational): number =>
  cost(a) - cost(b) || Number(a.den - b.den) || Q.compare(Q.abs(a), Q.abs(b));

function stepped(c: Coordinate, count: number): Rational[] {
  const total = Q.div(Q.sub(c.hi, c.lo), c.step!);
  const most = Number(total.num / total.den);
  const middle = Math.round(toNumber(Q.div(Q.neg(c.lo), c.step!)));
  const near = Math.min(most, Math.max(0, middle));
  const at = (k: number): Rational => Q.add(c.lo, Q.mul(Q.rational(k), c.step!));
  const picks = new Set([0, most]);
  for (let k = 0; k <= Math.min(most, count); k++) for (const i of [near - k, near + k]) picks.add(i);
  for (let k = 0; k < 64; k++) picks.add(Math.round((most * k) / 63));
  return [...picks].filter((k) => k >= 0 && k <= most).map(at);
}

const ENOUGH = 300;
const LONGEST = 44;

/** Short fractions between the ends, by growing limits until there are enough. */
function fractions(lo: number, hi: number): Rational[] {
  for (let limit = 14; ; limit += 2) {
    const found = [...positive(Math.max(0, lo), hi, limit), ...positive(Math.max(0, -hi), -lo, limit).map(Q.neg)];
    if (found.length >= ENOUGH || limit >= LONGEST) return found;
  }
}

/** 1, 2, 5 times the powers of ten in range. */
function magnitudes(lo: number, hi: number): Rational[] {
  const out: Rational[] = [];
  for (let k = Math.ceil(Math.log10(lo)) - 1; k <= Math.log10(hi); k++)
    for (const m of [1, 2, 5]) out.push(Q.mul(Q.rational(m), Q.pow(Q.rational(10), k)));
  return out;
}

/** Numbers of a coordinate, simplest first: ends, short fractions, and some in every part of the range. */
export function shortValues(c: Coordinate, count = 600): readonly Rational[] {
  const [lo, hi] = [toNumber(c.lo), toNumber(c.hi)];
  const low = c.log && lo === 0 ? hi * 2 ** -60 : lo;
  const sized = c.log ? magnitudes(low, hi) : [];
  const candidates = c.step
    ? stepped(c, count)
    : [Q.ZERO, c.lo, c.hi, ...fractions(lo, hi), ...spread(low, hi, c.log), ...sized];
  const distinct = new Map(candidates.filter((q) => inside(c, q)).map((q) => [Q.text(q), q]));
  return [...distinct.values()].sort(bySimplicity).slice(0, count);
}
