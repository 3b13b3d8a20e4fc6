/**
 * Fixed point Qm.f: a whole number n stands for n·2⁻ᶠ. Formats, ranges, rounding to the grid, and integer intervals that
 * prove an accumulator large enough.
 *
 * Integers only, exact. Trusts BigInt. Grid coordinates have at most 32 bits, so they are plain numbers; what is computed
 * between two roundings is a bigint. A rounding costs one BigInt division.
 */
import { type Rational, rational } from './rational.ts';

export const ROUNDINGS = ['nearest-even', 'nearest-away', 'toward-zero', 'floor'] as const;
/** nearest-even, nearest-away: to the nearest, a tie to the even neighbour or away from zero. */
export type Rounding = (typeof ROUNDINGS)[number];
export type Overflow = 'saturate' | 'wrap';

/** The grid points n·2^-fraction with lo ≤ n ≤ hi; past the ends: the nearest end, or modulo 2^bits. */
export interface Format {
  readonly name: string;
  readonly fraction: number;
  readonly lo: number;
  readonly hi: number;
  readonly overflow: Overflow;
}

interface FormatOptions {
  /** Keeps |n| ≤ bound (in grid steps) instead of the whole range of the bits. */
  readonly bound?: number;
  readonly overflow?: Overflow;
}

const wrong = (wanted: string, found: string): RangeError => new RangeError(`${wanted} is wanted, found ${found}`);

/** 'q4.8': 4 bits before the point, the sign among them, and 8 after it; 2 to 32 bits in all. Throws RangeError. */
export function format(name: string, options: FormatOptions = {}): Format {
  const match = /^q(\d{1,3})\.(\d{1,3})$/.exec(name);
  if (!match) throw wrong("a format such as 'q4.8'", `"${name}"`);
  const [whole, fraction] = [Number(match[1]), Number(match[2])];
  const bits = whole + fraction;
  if (whole < 1) throw wrong('a bit for the sign before the point', name);
  if (bits < 2 || bits > 32) throw wrong('a format of 2 to 32 bits', `${name} (${bits})`);
  const { bound, overflow = 'saturate' } = options;
  const top = 2 ** (bits - 1);
  if (bound === undefined) return { name, fraction, lo: -top, hi: top - 1, overflow };
  if (!Number.isInteger(bound) || bound < 1 || bound > top - 1)
    throw wrong(`a bound of 1 to ${top - 1} grid steps for ${name}`, `${bound}`);
  if (overflow === 'wrap') throw wrong('a bound only where values saturate', 'one where they wrap');
  return { name, fraction, lo: -bound, hi: bound, overflow };
}

export const isRounding = (x: unknown): x is Rounding => (ROUNDINGS as readonly unknown[]).includes(x);

/** ⌊n/d⌋ for d > 0. */
export function floorDivide(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n < 0n && q * d !== n ? q - 1n : q;
}

const isOdd = (n: bigint): boolean => (n & 1n) === 1n;

/** n/d, d > 0, rounded to a whole number. */
export function round(n: bigint, d: bigint, rounding: Rounding): bigint {
  const below = floorDivide(n, d);
  const rest = n - below * d;
  if (rest === 0n || rounding === 'floor') return below;
  if (rounding === 'toward-zero') return n < 0n ? below + 1n : below;
  const twice = 2n * rest;
  if (twice !== d) return twice > d ? below + 1n : below;
  const up = rounding === 'nearest-even' ? isOdd(below) : n > 0n;
  return up ? below + 1n : below;
}

/** What stochastic rounding of n/d can give: `below`, or `below` + 1 with probability `up`; the mean is n/d. */
export interface Neighbours {
  readonly below: bigint;
  readonly up: Rational;
}
export function neighbours(n: bigint, d: bigint): Neighbours {
  const below = floorDivide(n, d);
  return { below, up: rational(n - below * d, d) };
}

/** Brings any whole number into the range of the format. */
export function confine(n: bigint, f: Format): number {
  if (n >= f.lo && n <= f.hi) return Number(n);
  if (f.overflow === 'saturate') return n < f.lo ? f.lo : f.hi;
  const size = BigInt(f.hi - f.lo + 1);
  const from = n - BigInt(f.lo);
  return Number(from - floorDivide(from, size) * size) + f.lo;
}

/** All whole numbers from lo to hi. */
export interface Range {
  readonly lo: bigint;
  readonly hi: bigint;
}
export const range = (lo: bigint, hi: bigint = lo): Range => ({ lo, hi });
const lower = (a: bigint, b: bigint): bigint => {
  if (b < a) return b;
  return a;
};
export const least = (...all: readonly bigint[]): bigint => all.reduce(lower);
export const most = (...all: readonly bigint[]): bigint => -all.map((n) => -n).reduce(lower);
export const magnitude = (a: Range): bigint => most(a.hi, -a.lo);
export const addRange = (a: Range, b: Range): Range => range(a.lo + b.lo, a.hi + b.hi);
export function mulRange(a: Range, b: Range): Range {
  const ends = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return range(least(...ends), most(...ends));
}
export function powRange(a: Range, n: number): Range {
  const ends = [a.lo ** BigInt(n), a.hi ** BigInt(n)];
  return range(n % 2 === 0 && a.lo < 0n && a.hi > 0n ? 0n : least(...ends), most(...ends));
}
export const absRange = (a: Range): Range => range(a.lo > 0n ? a.lo : a.hi < 0n ? -a.hi : 0n, magnitude(a));
/** The smallest range with both in it. */
export const hullRange = (a: Range, b: Range): Range => range(least(a.lo, b.lo), most(a.hi, b.hi));
export const minRange = (a: Range, b: Range): Range => range(least(a.lo, b.lo), least(a.hi, b.hi));
export const maxRange = (a: Range, b: Range): Range => range(most(a.lo, b.lo), most(a.hi, b.hi));

/** The bits a two's complement register needs to hold every number of the range. */
export function bitsFor(a: Range): number {
  const size = most(a.hi, -a.lo - 1n, 0n);
  return size === 0n ? 1 : size.toString(2).length + 1;
}

/** Throws RangeError when a register of that many bits could overflow on some number of the range. */
export function requireRoom(a: Range, accumulator: number): void {
  const needed = bitsFor(a);
  if (needed > accumulator)
    throw wrong(`an accumulator of ${needed} bits (values reach ${magnitude(a)})`, `one of ${accumulator} bits`);
}
