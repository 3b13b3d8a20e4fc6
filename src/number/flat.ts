/**
 * Many boxes at once: interval operations on flat arrays of ends, for branch and bound.
 *
 * Trusted. + − are tight; × ÷ √ and squares are at most one unit in the last place wider at each end than in interval.ts
 * (a rounded result is moved to its neighbour without asking whether it was exact); where an end is zero, subnormal,
 * infinite or not a number, and wherever a box is empty or not defined, interval.ts itself decides that box. Everything
 * else goes through interval.ts box by box. Costs a few nanoseconds per box and operation.
 */
import type { Three } from './arithmetic.ts';
import { interval as I, type Interval, redefined } from './interval.ts';

/** One quantity on n boxes. `defined`: 0 yes, 1 undecided, 2 no (then the box is empty). */
export interface Column {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly defined: Uint8Array;
}
export const column = (n: number): Column => ({
  lo: new Float64Array(n),
  hi: new Float64Array(n),
  defined: new Uint8Array(n),
});

const NAMES: readonly Three[] = ['yes', 'undecided', 'no'];
export const read = (c: Column, i: number): Interval =>
  redefined({ lo: c.lo[i]!, hi: c.hi[i]!, defined: 'yes' }, NAMES[c.defined[i]!]!);
export function write(c: Column, i: number, a: Interval): void {
  c.lo[i] = a.lo;
  c.hi[i] = a.hi;
  c.defined[i] = NAMES.indexOf(a.defined);
}

/** The first n boxes of `out`, which is none of the arguments. */
export type One = (out: Column, a: Column, n: number) => void;
export type Two = (out: Column, a: Column, b: Column, n: number) => void;
/** Any operation of interval.ts, box by box. */
export const lift =
  (f: (a: Interval) => Interval): One =>
  (out, a, n) => {
    for (let i = 0; i < n; i++) write(out, i, f(read(a, i)));
  };
export const lift2 =
  (f: (a: Interval, b: Interval) => Interval): Two =>
  (out, a, b, n) => {
    for (let i = 0; i < n; i++) write(out, i, f(read(a, i), read(b, i)));
  };

const PHI = 2 ** -53 * (1 + 2 ** -52);
const SMALL = 2 ** -960;
/** Whether the neighbours of x are x ± |x|·PHI. */
const plain = (x: number): boolean => {
  const size = Math.abs(x);
  return size >= SMALL && size < Infinity;
};
const below = (x: number): number => x - Math.abs(x) * PHI;
const above = (x: number): number => x + Math.abs(x) * PHI;

/** [a + b, c + d] by the remainders of both sums; false where they do not settle it. */
function sum(out: Column, i: number, a: number, b: number, c: number, d: number): boolean {
  const s = a + b;
  const t = s - a;
  const low = a - (s - t) + (b - t);
  const u = c + d;
  const v = u - c;
  const high = c - (u - v) + (d - v);
  out.lo[i] = low < 0 ? below(s) : s;
  out.hi[i] = high > 0 ? above(u) : u;
  return (
    (low === 0 || (plain(s) && Math.abs(low) < Infinity)) && (high === 0 || (plain(u) && Math.abs(high) < Infinity))
  );
}
export const add: Two = (out, a, b, n) => {
  for (let i = 0; i < n; i++) {
    const defined = a.defined[i]! | b.defined[i]!;
    out.defined[i] = defined;
    if (!sum(out, i, a.lo[i]!, b.lo[i]!, a.hi[i]!, b.hi[i]!) || defined > 1)
      write(out, i, I.add(read(a, i), read(b, i)));
  }
};
export const sub: Two = (out, a, b, n) => {
  for (let i = 0; i < n; i++) {
    const defined = a.defined[i]! | b.defined[i]!;
    out.defined[i] = defined;
    if (!sum(out, i, a.lo[i]!, -b.hi[i]!, a.hi[i]!, -b.lo[i]!) || defined > 1)
      write(out, i, I.sub(read(a, i), read(b, i)));
  }
};

/** Takes the least and greatest rounded value; an underflow among them is far inside when both are plain. */
function spread(out: Column, i: number, p: number, q: number, r: number, s: number): boolean {
  const lo = Math.min(Math.min(p, q), Math.min(r, s));
  const hi = Math.max(Math.max(p, q), Math.max(r, s));
  out.lo[i] = below(lo);
  out.hi[i] = above(hi);
  return plain(lo) && plain(hi);
}
export const mul: Two = (out, a, b, n) => {
  for (let i = 0; i < n; i++) {
    const w = a.lo[i]!;
    const x = a.hi[i]!;
    const y = b.lo[i]!;
    const z = b.hi[i]!;
    const defined = a.defined[i]! | b.defined[i]!;
    out.defined[i] = defined;
    if (!spread(out, i, w * y, w * z, x * y, x * z) || defined > 1) write(out, i, I.mul(read(a, i), read(b, i)));
  }
};
export const div: Two = (out, a, b, n) => {
  for (let i = 0; i < n; i++) {
    const w = a.lo[i]!;
    const x = a.hi[i]!;
    const y = b.lo[i]!;
    const z = b.hi[i]!;
    const defined = a.defined[i]! | b.defined[i]!;
    out.defined[i] = defined;
    const fine = defined <= 1 && (y > 0 || z < 0) && spread(out, i, w / y, w / z, x / y, x / z);
    if (!fine) write(out, i, I.div(read(a, i), read(b, i)));
  }
};
/** Squares and roots of ends x ≤ y, both ≥ 0; exact at 0. */
const ends = (out: Column, i: number, x: number, y: number): boolean => {
  out.lo[i] = below(x);
  out.hi[i] = above(y);
  return (x === 0 || plain(x)) && (y === 0 || plain(y));
};
export const square: One = (out, a, n) => {
  for (let i = 0; i < n; i++) {
    const x = a.lo[i]!;
    const y = a.hi[i]!;
    const defined = a.defined[i]!;
    out.defined[i] = defined;
    const far = Math.max(-x, y);
    const close = x > 0 ? x : y < 0 ? -y : 0;
    const least = close * close;
    const most = far * far;
    const settled = ends(out, i, least, most) && (close === 0 || least > 0) && most > 0;
    if (!settled || defined > 1) write(out, i, I.square(read(a, i)));
  }
};
export const sqrt: One = (out, a, n) => {
  for (let i = 0; i < n; i++) {
    const x = a.lo[i]!;
    out.defined[i] = a.defined[i]!;
    const settled = x >= 0 && a.defined[i]! <= 1 && ends(out, i, Math.sqrt(x), Math.sqrt(a.hi[i]!));
    if (!settled) write(out, i, I.sqrt(read(a, i)));
  }
};
export const neg: One = (out, a, n) => {
  for (let i = 0; i < n; i++) {
    out.lo[i] = 0 - a.hi[i]!;
    out.hi[i] = 0 - a.lo[i]!;
    out.defined[i] = a.defined[i]!;
  }
};
