/**
 * Exponential and logarithm of a floating number, enclosed with relative error about 2^−bits, also near their zeros.
 *
 * Trusted. In fixed point with w fractional bits; every truncation is counted in units of 2⁻ʷ, so the guard bits decide
 * how wide an enclosure is, never whether it is one. exp: reduction by k·ln 2, then by 2ˢ; Taylor series in Smith's
 * concurrent form (all terms positive); s squarings. log: any approximation y (Math.log, or the logarithm at a third of
 * the precision) is corrected by log f = −y + log1p(f·eʸ − 1) with the remainder bounded. Costs about √w products.
 */
import * as F from './bigfloat.ts';
import { ln2 } from './constants.ts';

type Float = F.Float;
/** Lower and upper end. */
export type Ends = readonly [Float, Float];

const { ONE, ZERO, INF } = F;
const SMALLEST = F.float(1n, -F.LIMIT);
const HUGE = F.float(1n, F.LIMIT);

/** [v, v + width]·2^−w. */
export const between = (v: bigint, width: bigint, w: number, bits: number): Ends => [
  F.cut(v, -w, bits, false),
  F.cut(v + width, -w, bits, true),
];

const halvings = (w: number): number => Math.floor(Math.sqrt(w) * (w < 400 ? 0.7 : 0.9)) + 1;
const strides = (w: number): number => Math.max(2, Math.floor(Math.sqrt(w) / 6));
/** Fractional bits for a result of that many: at least 64. */
export const working = (bits: number): number =>
  Math.max(64, bits + halvings(bits) + 2 * Math.ceil(Math.log2(bits)) + 14);

/**
 * Smith's sums: for x in units of 2⁻ʷ, x ≤ ½, the numbers Sⱼ with Σ xᵏ/divisor(1)⋯divisor(k) = Σ Sⱼ xʲ, up to `error`
 * units. A term t loses at most 2m + 4 units (each division and product 1, the stored xᵐ at most m, halved each round).
 */
export function series(
  x: bigint,
  w: number,
  divisor: (k: number) => number,
  alternating: boolean,
): { readonly sum: bigint; readonly error: number } {
  const W = BigInt(w);
  const m = strides(w);
  let stride = x;
  for (let j = 1; j < m; j++) stride = (stride * x) >> W;
  const sums = new Array<bigint>(m).fill(0n);
  let k = 0;
  for (let t = 1n << W; t !== 0n; t = (t * stride) >> W) {
    for (let j = 0; j < m; j++) {
      sums[j] = alternating && k % 2 === 1 ? sums[j]! - t : sums[j]! + t;
      t /= BigInt(divisor(++k));
    }
  }
  let sum = 0n;
  for (let j = m - 1; j >= 0; j--) sum = ((sum * x) >> W) + sums[j]!;
  return { sum, error: (k + 4) * (2 * m + 6) + m };
}

/** For 0 ≤ r < 1 in units of 2⁻ʷ: v ≤ eʳ ≤ v + error, in the same units. */
export function expUnit(r: bigint, w: number): { readonly v: bigint; readonly error: bigint } {
  const W = BigInt(w);
  const s = halvings(w);
  const { sum, error } = series(r >> BigInt(s), w, (k) => k, false);
  let v = sum;
  for (let i = 0; i < s; i++) v = (v * v) >> W;
  return { v, error: BigInt(3 * (error + 8)) << BigInt(s) };
}

/** x = k·ln 2 + r, with r in units of 2⁻ʷ too small by at most 8, 0 ≤ r < 1. Needs |x| < 2⁴⁰. */
function reduce(x: Float, w: number): { readonly k: number; readonly r: bigint } {
  const X = F.fixed(x, w);
  const extra = BigInt(Math.max(F.top(x), 0) + 3);
  const L = ln2(w + Number(extra));
  let k = (X << extra) / L;
  let r = X - ((k * L) >> extra) - 3n;
  while (r < 0n) {
    k -= 1n;
    r += L >> extra;
  }
  return { k: Number(k), r };
}

/** eˣ = [v, v + error]·2^(k−w), v ≥ 2ʷ or nearly. */
function scaledExp(x: Float, w: number): { readonly v: bigint; readonly error: bigint; readonly k: number } {
  const { k, r } = reduce(x, w);
  const { v, error } = expUnit(r, w);
  return { v, error: error + 24n, k };
}

const overflows = (x: Float): boolean => F.top(x) > 33;
const overflowed = (x: Float): Ends => (x.m > 0n ? [HUGE, INF] : [ZERO, SMALLEST]);

/** 1 + x ≤ eˣ ≤ 1 + x + x² for |x| ≤ 1. */
function tinyExp(x: Float, bits: number): Ends {
  const square = F.mul(x, x, bits, true);
  return [F.add(ONE, x, bits, false), F.add(ONE, F.add(x, square, bits, true), bits, true)];
}

export function exp(x: Float, bits: number): Ends {
  if (x.m === 0n) return [ONE, ONE];
  if (overflows(x)) return overflowed(x);
  if (F.top(x) < -bits) return tinyExp(x, bits);
  const w = working(bits);
  const { v, error, k } = scaledExp(x, w);
  const [lo, hi] = between(v, error, w - k, bits);
  return x.m > 0n ? [F.max(lo, ONE), hi] : [lo, F.min(hi, ONE)];
}

/** x ≤ eˣ − 1 ≤ x + x² for |x| ≤ 1. */
const tinyExpm1 = (x: Float, bits: number): Ends => [
  F.round(x, bits, false),
  F.add(x, F.mul(x, x, bits, true), bits, true),
];

export function expm1(x: Float, bits: number): Ends {
  const size = F.top(x);
  if (x.m === 0n) return [ZERO, ZERO];
  if (size < -bits - 2) return tinyExpm1(x, bits);
  const rough = bits + Math.max(-size, 0) + 8;
  const [lo, hi] = overflows(x) ? overflowed(x) : exp(x, rough);
  return [F.sub(lo, ONE, bits, false), F.sub(hi, ONE, bits, true)];
}

/** An approximation, nothing more, of −log f in units of 2⁻ʷ, in [0, 0.75]. */
function guessLog(f: bigint, w: number): bigint {
  if (w < 150) {
    const y = -Math.log(Number(f >> BigInt(w - 60)) / 2 ** 60);
    return F.fixed(F.ofDouble(Math.min(Math.max(y, 0), 0.75)), w);
  }
  const low = Math.ceil(w / 3) + halvings(Math.ceil(w / 3)) + 20;
  const { v } = logUnit(f >> BigInt(w - low), low);
  const y = v << BigInt(w - low);
  return y < 0n ? 0n : y;
}

/**
 * For ½ ≤ f < 1 in units of 2⁻ʷ, up to one unit too small: v ≤ −log f ≤ v + error. With δ = f·eʸ − 1 known within
 * [d, d + u], |δ| ≤ ½: −log f = y − log(1 + δ), and |log(1 + δ) − δ + δ²/2| ≤ |δ|³, and the slope of log1p is ≤ 2.
 */
export function logUnit(f: bigint, w: number): { readonly v: bigint; readonly error: bigint } {
  const W = BigInt(w);
  const unit = 1n << W;
  for (let y = guessLog(f, w); ; ) {
    const { v, error } = expUnit(y, w);
    const d = ((f * v) >> W) - unit;
    const u = error + 6n;
    const size = d < 0n ? -d : d;
    if (2n * (size + u) > unit) {
      y = y - d < 0n ? 0n : (y - d) % unit;
      continue;
    }
    const square = (d * d) >> W;
    const cube = (((square + 1n) * size) >> W) + 1n;
    return { v: y - d + (square >> 1n) - cube - 2n * u - 1n, error: 2n * cube + 2n * u + 4n };
  }
}

/** x − x² ≤ log(1 + x) ≤ x for |x| ≤ ½. */
const tinyLog1p = (x: Float, bits: number): Ends => [
  F.sub(x, F.mul(x, x, bits, true), bits, false),
  F.round(x, bits, true),
];

/** log x for a finite x > 0. */
export function log(x: Float, bits: number): Ends {
  const t = F.top(x);
  const near = t === 0 || t === 1 ? F.add(x, F.float(-1n), bits + bitsOf(x), false) : undefined;
  if (near?.m === 0n) return [ZERO, ZERO];
  const lost = near ? Math.max(-F.top(near), 0) : 0;
  if (near && lost > bits) return tinyLog1p(near, bits);
  const w = working(bits + lost);
  const f = F.fixed(F.scale(x, -t), w);
  const { v, error } = logUnit(f, w);
  const T = BigInt(t);
  const extra = BigInt(F.bitLength(T));
  const shift = (T * ln2(w + Number(extra))) >> extra;
  return between(shift - v - error - 2n, error + 6n, w, bits);
}
const bitsOf = (x: Float): number => F.bitLength(x.m) + 2;

/** log(1 + x) for a finite x > −1. */
export function log1p(x: Float, bits: number): Ends {
  const size = F.top(x);
  if (x.m === 0n) return [ZERO, ZERO];
  if (size < -bits) return tinyLog1p(x, bits);
  if (size <= 8) return log(F.add(ONE, x, bits + 2 * bitsOf(x) + 16 - Math.min(size, 0), false), bits);
  const [lo] = log(F.add(ONE, x, bits + 4, false), bits);
  const [, hi] = log(F.add(ONE, x, bits + 4, true), bits);
  return [lo, hi];
}
