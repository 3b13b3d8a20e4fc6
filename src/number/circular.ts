/**
 * Sine, cosine, tangent and arc tangent of a floating number, enclosed with relative error about 2^−bits, also near
 * their zeros; and the quadrant an argument lies in.
 *
 * Trusted. In fixed point with w fractional bits and counted truncations, as in exponential.ts. y = 2 − 2 cos r is summed
 * at r/2ˢ and doubled s times by y ← y(4 − y), which multiplies an absolute error by at most 4; then cos r = 1 − y/2 and
 * sin r = √(y(4 − y))/2. Reduction by π/2 with as many bits of π as the argument needs, and again with more when little
 * of the argument is left. atan corrects an approximation y: atan x = y + atan((x cos y − sin y)/(cos y + x sin y)).
 */
import * as F from './bigfloat.ts';
import { pi } from './constants.ts';
import { between, type Ends, series, working } from './exponential.ts';

type Float = F.Float;
const { ONE, ZERO } = F;

/** Arguments past 2^FAR are not reduced: only [−1, 1] is known of their sine. */
export const FAR = 2 ** 14;

interface Circle {
  readonly sin: bigint;
  readonly sinError: bigint;
  readonly cos: bigint;
  readonly cosError: bigint;
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);
const halvings = (w: number): number => Math.floor(Math.sqrt(w) / 2) + 1;
/** The doubling loses two bits each, the square root as many as `lost`, the leading zeros of the result, once more. */
const width = (bits: number, lost: number): number => working(bits + 2 * lost) + halvings(bits + 2 * lost) + 8;

/** sin r and cos r for 0 ≤ r ≤ 0.9, all in units of 2⁻ʷ, each within ±error. */
export function circle(r: bigint, w: number): Circle {
  const W = BigInt(w);
  const s = halvings(w);
  const x = r >> BigInt(s);
  const { sum, error } = series((x * x) >> W, w, (k) => (2 * k - 1) * (2 * k), true);
  const four = 4n << W;
  let y = four / 2n - 2n * sum;
  if (y < 0n) y = 0n;
  for (let i = 0; i < s; i++) y = (y * (four - y)) >> W;
  const yError = BigInt(2 * error + 8) << BigInt(2 * s);
  const square = y * (four - y);
  const root = F.isqrt(square);
  const slack = (4n * yError + 2n) << W;
  const sinError = root === 0n ? F.isqrt(slack) + 2n : slack / root / 2n + 2n;
  return { sin: root >> 1n, sinError, cos: (1n << W) - (y >> 1n), cosError: yError / 2n + 2n };
}

interface Reduced {
  readonly quarter: number;
  readonly r: bigint;
}

/** x = k·π/2 + r with |r| ≤ 0.8, r in units of 2⁻ʷ within ±3; quarter = k mod 4. */
function reduce(x: Float, w: number): Reduced & { readonly k: bigint } {
  const X = F.fixed(x, w);
  const extra = BigInt(Math.max(F.top(x), 0) + 2);
  const P = pi(w + Number(extra));
  const k = (2n * (X << extra) + P / 2n) / P - (X < 0n ? 1n : 0n);
  const nearest = adjust(k, X << extra, P);
  return { k: nearest, quarter: Number(((nearest % 4n) + 4n) % 4n), r: X - ((nearest * P) >> (extra + 1n)) };
}
function adjust(k: bigint, X: bigint, P: bigint): bigint {
  const rest = 2n * X - k * P;
  return 2n * rest > P ? k + 1n : 2n * rest < -P ? k - 1n : k;
}

/** Reduced so that r keeps `bits` bits; w grows as r shrinks. x ≠ 0, so r ≠ 0. */
function reduceWell(x: Float, bits: number): Reduced & { readonly w: number } {
  for (let lost = Math.max(-F.top(x), 0); ; ) {
    const w = width(bits, lost);
    const found = reduce(x, w);
    const zeros = w - F.bitLength(found.r);
    if (zeros <= lost + 2) return { ...found, w };
    lost = zeros;
  }
}

const flip = ([lo, hi]: Ends): Ends => [F.neg(hi), F.neg(lo)];
const signed = (ends: Ends, negative: boolean): Ends => (negative ? flip(ends) : ends);

/** sin(x + quarters·π/2). */
function sine(x: Float, quarters: number, bits: number): Ends {
  const { quarter, r, w } = reduceWell(x, bits);
  const c = circle(abs(r), w);
  const turn = (quarter + quarters) % 4;
  const even = turn % 2 === 0;
  const value = even ? c.sin : c.cos;
  const error = (even ? c.sinError : c.cosError) + 4n;
  return signed(between(value - error, 2n * error, w, bits), (even && r < 0n) !== turn >= 2);
}

const cube = (x: Float, bits: number): Float => F.mul(F.mul(x, x, bits, true), x, bits, true);
const whole: Ends = [F.neg(ONE), ONE];
const odd = (f: (x: Float, bits: number) => Ends) => (x: Float, bits: number) =>
  x.m === 0n ? ([ZERO, ZERO] as Ends) : signed(f(x.m < 0n ? F.neg(x) : x, bits), x.m < 0n);

/** x − x³ ≤ sin x ≤ x for x ≥ 0. */
export const sin = odd((x, bits) => {
  if (F.top(x) > FAR) return whole;
  if (2 * F.top(x) < -bits) return [F.sub(x, cube(x, bits), bits, false), F.round(x, bits, true)];
  return sine(x, 0, bits);
});

/** 1 − x² ≤ cos x ≤ 1. */
export function cos(x: Float, bits: number): Ends {
  if (x.m === 0n) return [ONE, ONE];
  if (F.top(x) > FAR) return whole;
  if (2 * F.top(x) < -bits) return [F.sub(ONE, F.mul(x, x, bits, true), bits, false), ONE];
  return sine(x, 1, bits);
}

const quotient = (a: Ends, b: Ends, bits: number): Ends => [
  F.div(a[0], b[1], bits, false),
  F.div(a[1], b[0], bits, true),
];

/** x ≤ tan x ≤ x + x³ for 0 ≤ x ≤ ½. Needs |x| < 2^FAR. */
export const tan = odd((x, bits) => {
  if (2 * F.top(x) < -bits) return [F.round(x, bits, false), F.add(x, cube(x, bits), bits, true)];
  const { quarter, r, w } = reduceWell(x, bits + 4);
  const c = circle(abs(r), w);
  const s = between(c.sin - c.sinError - 4n, 2n * (c.sinError + 4n), w, w);
  if (s[0].m <= 0n) return [F.MINUS_INF, F.INF];
  const k = between(c.cos - c.cosError - 4n, 2n * (c.cosError + 4n), w, w);
  return quarter % 2 === 0 ? signed(quotient(s, k, bits), r < 0n) : signed(quotient(k, s, bits), r > 0n);
});

/** The whole number k with kπ/2 ≤ x < (k + 1)π/2, for |x| < 2^FAR. */
export function quadrant(x: Float): bigint {
  if (F.top(x) <= 0) return x.m < 0n ? -1n : 0n;
  for (let w = 64; ; w *= 2) {
    const { k, r } = reduce(x, w);
    if (abs(r) > 3n) return r > 0n ? k : k - 1n;
  }
}

function guessAtan(x: bigint, w: number): bigint {
  const zeros = w - F.bitLength(x);
  const low = Math.ceil(w / 4) + 2 * halvings(w) + 40 + zeros;
  if (w < 250 + 5 * zeros || 5 * low > 4 * w) {
    const y = Math.atan(F.toDouble(F.float(x, -w), false));
    return F.fixed(F.ofDouble(Math.min(Math.max(y, 0), 0.8)), w);
  }
  const { v } = atanUnit(x >> BigInt(w - low), low);
  return v < 0n ? 0n : v << BigInt(w - low);
}

/**
 * atan x for 0 ≤ x ≤ 1 in units of 2⁻ʷ, x up to one unit too small: within ±error of v. cos y ≥ ½ bounds the denominator
 * from below, and |atan δ − δ + δ³/3| ≤ |δ|⁵ for |δ| ≤ 1.
 */
export function atanUnit(x: bigint, w: number): { readonly v: bigint; readonly error: bigint } {
  const W = BigInt(w);
  const y = guessAtan(x, w);
  const c = circle(y, w);
  const top = ((x * c.cos) >> W) - c.sin;
  const bottom = c.cos + ((x * c.sin) >> W);
  const delta = (top << W) / bottom;
  const error = 3n * (c.sinError + c.cosError + 3n) * 2n + 2n;
  const square = (delta * delta) >> W;
  const third = (square * delta) >> W;
  const fifth = (((square + 1n) * (abs(third) + 3n)) >> W) + 1n;
  return { v: y + delta - third / 3n, error: error + fifth + 4n };
}

/** x − x³ ≤ atan x ≤ x for 0 ≤ x ≤ 1. */
function atanSmall(x: Float, bits: number): Ends {
  if (2 * F.top(x) < -bits) return [F.sub(x, cube(x, bits), bits, false), F.round(x, bits, true)];
  const w = width(bits, Math.max(-F.top(x), 0));
  const { v, error } = atanUnit(F.fixed(x, w), w);
  return between(v - error, 2n * error, w, bits);
}

/** π·2ᵏ. */
export function piTimes(k: number, bits: number): Ends {
  const w = bits + 8;
  return between(pi(w), 2n, w - k, bits);
}

/** π/2 − atan(1/x) past 1, where atan has slope ≤ 1. */
export const atan = odd((x, bits) => {
  if (F.compare(x, ONE) <= 0) return atanSmall(x, bits);
  const w = bits + 8;
  const inverse: Ends = [F.div(ONE, x, w, false), F.div(ONE, x, w, true)];
  const [low, high] = atanSmall(inverse[0], w);
  const rest = F.add(high, F.sub(inverse[1], inverse[0], w, true), w, true);
  const [pLow, pHigh] = piTimes(-1, w);
  return [F.sub(pLow, rest, bits, false), F.sub(pHigh, low, bits, true)];
});
