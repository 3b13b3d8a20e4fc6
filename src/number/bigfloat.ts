/**
 * Floating numbers m·2ᵉ over BigInt with directed rounding to any number of bits: the ends of dyadic intervals.
 *
 * Trusted. Trusts BigInt arithmetic; doubles are used only to measure bit lengths, and checked. Finite values that fit
 * stay exact. Exponents are capped: past 2^±LIMIT a result becomes the nearest end that is still on the right side (an
 * infinity or the largest value, zero or the smallest), so nothing here can run out of memory. Rounding twice in the
 * same direction is rounding once, which the composed operations use. Costs a few BigInt operations each.
 */
import { type Rational, rational } from './rational.ts';

/** m·2ᵉ; zero is ZERO; infinities have e = Infinity and m = ±1. */
export interface Float {
  readonly m: bigint;
  readonly e: number;
}

/** Exponents stay within ±LIMIT (give or take the precision). */
export const LIMIT = 2 ** 32;
const abs = (n: bigint): bigint => (n < 0n ? -n : n);
export const float = (m: bigint, e = 0): Float => ({ m, e });
export const ZERO: Float = float(0n);
export const ONE: Float = float(1n);
export const INF: Float = float(1n, Infinity);
export const MINUS_INF: Float = float(-1n, Infinity);

const COUNTS: readonly bigint[] = Array.from({ length: 4096 }, (_, k) => BigInt(k));
/** BigInt(k); the short ones are kept, because making one costs as much as a product. */
const big = (k: number): bigint => COUNTS[k] ?? BigInt(k);

const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
cell[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;

/** Bits in |n|; 0 for 0. */
export function bitLength(n: bigint): number {
  let m = abs(n);
  let shifted = 0;
  let x = Number(m);
  while (x === Infinity) {
    m >>= 960n;
    shifted += 960;
    x = Number(m);
  }
  if (x < 4503599627370496) return shifted + (x === 0 ? 0 : 32 * +(x >= 4294967296) + small(x));
  cell[0] = x;
  const exponent = (words[HIGH]! >>> 20) - 1023;
  const rounded = (words[HIGH]! & 0xfffff) === 0 && words[1 - HIGH] === 0 && m >> big(exponent) === 0n;
  return shifted + exponent + (rounded ? 0 : 1);
}
const small = (x: number): number => 32 - Math.clz32(x >= 4294967296 ? x / 4294967296 : x);

export const isInfinite = (a: Float): boolean => a.e === Infinity;
export const sign = (a: Float): number => (a.m > 0n ? 1 : a.m < 0n ? -1 : 0);
export const neg = (a: Float): Float => (a.m === 0n ? a : { m: -a.m, e: a.e });
/** The exponent t with 2ᵗ⁻¹ ≤ |a| < 2ᵗ; −Infinity for 0. */
export const top = (a: Float): number => (a.m === 0n ? -Infinity : a.e + bitLength(a.m));
/** a·2ᵏ, exactly. */
export const scale = (a: Float, k: number): Float => (a.m === 0n ? a : { m: a.m, e: a.e + k });

function clamp(m: bigint, e: number, bits: number, up: boolean): Float {
  const positive = m > 0n;
  if (e > 0) {
    if (up === positive) return positive ? INF : MINUS_INF;
    const largest = (1n << big(bits)) - 1n;
    return { m: positive ? largest : -largest, e: LIMIT - bits };
  }
  return up === positive ? { m: positive ? 1n : -1n, e: -LIMIT } : ZERO;
}

/** m·2ᵉ rounded to that many bits, upwards or downwards. */
export function cut(m: bigint, e: number, bits: number, up: boolean): Float {
  if (m === 0n) return ZERO;
  const drop = bitLength(m) - bits;
  const exponent = drop > 0 ? e + drop : e;
  if (exponent > LIMIT || exponent < -LIMIT) return clamp(m, exponent, bits, up);
  if (drop <= 0) return { m, e };
  const s = big(drop);
  return { m: up ? -(-m >> s) : m >> s, e: exponent };
}
export const round = (a: Float, bits: number, up: boolean): Float => (isInfinite(a) ? a : cut(a.m, a.e, bits, up));

function addFar(a: Float, b: Float, bits: number, up: boolean): Float {
  const room = big(Math.max(bits + 3 - bitLength(a.m), 1));
  return cut((a.m << room) + (b.m > 0n ? 1n : -1n), a.e - Number(room), bits, up);
}

/** a + b; infinite ends of opposite sign are never added by intervals. */
export function add(a: Float, b: Float, bits: number, up: boolean): Float {
  if (isInfinite(a) || b.m === 0n) return round(a, bits, up);
  if (isInfinite(b) || a.m === 0n) return round(b, bits, up);
  const gap = a.e - b.e;
  if (gap > 2 * bits || gap < -2 * bits) {
    const apart = top(a) - top(b);
    const lengths = bits + 4 + bitLength(a.m);
    if (apart > lengths) return addFar(a, b, bits, up);
    if (apart < -(bits + 4 + bitLength(b.m))) return addFar(b, a, bits, up);
  }
  return gap >= 0 ? cut((a.m << big(gap)) + b.m, b.e, bits, up) : cut(a.m + (b.m << big(-gap)), a.e, bits, up);
}
export const sub = (a: Float, b: Float, bits: number, up: boolean): Float => add(a, neg(b), bits, up);

/** a·b, where 0·∞ = 0. */
export function mul(a: Float, b: Float, bits: number, up: boolean): Float {
  const m = a.m * b.m;
  if (m === 0n) return ZERO;
  const e = a.e + b.e;
  return e === Infinity ? (m > 0n ? INF : MINUS_INF) : cut(m, e, bits, up);
}

/** a/b for b ≠ 0, where ∞/∞ is never asked for; x/∞ = 0. */
export function div(a: Float, b: Float, bits: number, up: boolean): Float {
  if (isInfinite(b) || a.m === 0n) return ZERO;
  if (isInfinite(a)) return a.m > 0n === b.m > 0n ? INF : MINUS_INF;
  const shift = Math.max(bits + 2 + bitLength(b.m) - bitLength(a.m), 0);
  const n = b.m > 0n ? a.m << big(shift) : -a.m << big(shift);
  const d = abs(b.m);
  const away = n > 0n === up;
  const m = away ? (up ? n + d - 1n : n - d + 1n) / d : n / d;
  return cut(m, a.e - b.e - shift, bits, up);
}

/** ⌊√n⌋ for n ≥ 0. */
export function isqrt(n: bigint): bigint {
  if (n < 4503599627370496n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const c = (bitLength(n) - 1) >> 1;
  let step = 0;
  while (c >> step > 24) step++;
  let d = c >> step;
  let a = BigInt(Math.floor(Math.sqrt(Number(n >> big(2 * (c - d))))));
  while (step > 0) {
    const before = d;
    d = c >> --step;
    a = (a << big(d - before - 1)) + (n >> big(2 * c - before - d + 1)) / a;
  }
  return a * a > n ? a - 1n : a;
}

/** √a for a ≥ 0. */
export function sqrt(a: Float, bits: number, up: boolean): Float {
  if (isInfinite(a) || a.m === 0n) return a;
  let shift = Math.max(2 * bits + 3 - bitLength(a.m), 0);
  if ((a.e - shift) % 2 !== 0) shift++;
  const n = a.m << big(shift);
  const r = isqrt(n);
  return cut(up && r * r !== n ? r + 1n : r, (a.e - shift) / 2, bits, up);
}

/** aⁿ for a ≥ 0 and a whole n ≥ 0, by directed products with a few spare bits. */
export function pow(a: Float, n: number, bits: number, up: boolean): Float {
  const room = bits + 2 * Math.ceil(Math.log2(n + 1)) + 8;
  let result = ONE;
  let square = a;
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = mul(result, square, room, up);
    if (k > 1) square = mul(square, square, room, up);
  }
  return round(result, bits, up);
}

export function compare(a: Float, b: Float): number {
  const s = sign(a);
  const other = sign(b);
  if (s !== other || s === 0) return s - other;
  if (a.e !== b.e) {
    const apart = top(a) - top(b);
    if (isInfinite(a) || isInfinite(b) || apart !== 0) return apart > 0 ? s : -s;
  }
  const gap = a.e === b.e ? 0 : a.e - b.e;
  const x = gap > 0 ? a.m << big(gap) : a.m;
  const y = gap < 0 ? b.m << big(-gap) : b.m;
  return x > y ? 1 : x < y ? -1 : 0;
}
export const min = (a: Float, b: Float): Float => (compare(a, b) <= 0 ? a : b);
export const max = (a: Float, b: Float): Float => (compare(a, b) >= 0 ? a : b);

/** ⌊a·2ʷ⌋ for a finite a: the fixed-point number with w fractional bits. */
export const fixed = (a: Float, w: number): bigint => {
  const shift = a.e + w;
  if (shift >= 0) return a.m << big(shift);
  return -shift > 2 ** 29 ? (a.m < 0n ? -1n : 0n) : a.m >> big(-shift);
};

/** 2ᵉ as a double, for −1074 ≤ e ≤ 1023. */
export function powerOfTwo(e: number): number {
  words[1 - HIGH] = e < -1042 ? 1 << (e + 1074) : 0;
  words[HIGH] = e >= -1022 ? (e + 1023) << 20 : e >= -1042 ? 1 << (e + 1042) : 0;
  return cell[0]!;
}

/** The nearest double on the asked side. */
export function toDouble(a: Float, up: boolean): number {
  if (a.m === 0n) return 0;
  const positive = a.m > 0n;
  const height = isInfinite(a) ? Infinity : top(a);
  if (height > 1024) {
    const x = isInfinite(a) || up === positive ? Infinity : Number.MAX_VALUE;
    return positive ? x : -x;
  }
  const bits = Math.min(53, height + 1074);
  if (bits <= 0) return up !== positive ? 0 : positive ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const short = cut(a.m, a.e, bits, up);
  return Number(short.m) * powerOfTwo(short.e);
}

/** The exact value of a double; NaN is not one. */
export function ofDouble(x: number): Float {
  if (x === 0) return ZERO;
  if (!Number.isFinite(x)) return x > 0 ? INF : MINUS_INF;
  if (Number.isSafeInteger(x)) return { m: BigInt(x), e: 0 };
  cell[0] = x;
  const high = words[HIGH]!;
  const exponent = (high >>> 20) & 0x7ff;
  const mantissa = (high & 0xfffff) * 4294967296 + words[1 - HIGH]! + (exponent === 0 ? 0 : 4503599627370496);
  return { m: BigInt(x < 0 ? -mantissa : mantissa), e: Math.max(exponent, 1) - 1075 };
}

export const ofRational = (q: Rational, bits: number, up: boolean): Float =>
  div({ m: q.num, e: 0 }, { m: q.den, e: 0 }, bits, up);

/** The exact rational a finite a is; undefined for infinities and for exponents past ±2²⁰. */
export const toRational = (a: Float): Rational | undefined => {
  if (Math.abs(a.e) > 2 ** 20) return undefined;
  return a.e >= 0 ? rational(a.m << BigInt(a.e)) : rational(a.m, 1n << BigInt(-a.e));
};
