/**
 * Binary64 operations rounded downwards and upwards, one double in, one double out: what boxes are evaluated with.
 *
 * Tight: the result is the nearest double on the asked side. Trusted. Trusts IEEE + − × ÷ √ in round-to-nearest (which
 * ECMAScript prescribes) and the error-free transforms of Knuth (sum) and Dekker (product), used only where they can
 * neither overflow nor underflow; elsewhere exact BigInt arithmetic decides. Costs some nanoseconds, about a microsecond
 * near under- and overflow. Infinite arguments are ends of unbounded intervals; 0·∞ = 0; ∞ − ∞ never occurs.
 */
import * as F from './bigfloat.ts';

const PHI = 2 ** -53 * (1 + 2 ** -52);
/** Below this, a relative step can fall between two doubles. */
const STEP = 2 ** -968;
const MAX = Number.MAX_VALUE;

const cell = new Float64Array(1);
const bits = new BigInt64Array(cell.buffer);

function neighbour(x: number, step: bigint): number {
  if (x === 0) return step > 0n ? Number.MIN_VALUE : -Number.MIN_VALUE;
  cell[0] = x;
  bits[0] = bits[0]! + (x > 0 ? step : -step);
  return cell[0]!;
}

/** The next double above x; ∞ stays. */
export const next = (x: number): number => {
  const size = Math.abs(x);
  if (size > STEP && size <= MAX) return x + size * PHI;
  return x === Infinity ? x : neighbour(x, 1n);
};
/** The next double below x; −∞ stays. */
export const previous = (x: number): number => {
  const size = Math.abs(x);
  if (size > STEP && size <= MAX) return x - size * PHI;
  return x === -Infinity ? x : neighbour(x, -1n);
};

/** a + b = s + rest exactly; NaN where its computation overflows, which happens next to the largest doubles only. */
const sumRest = (a: number, b: number, s: number): number => {
  const t = s - a;
  return a - (s - t) + (b - t);
};
function exactSum(a: number, b: number, up: boolean): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a + b;
  return F.toDouble(F.add(F.ofDouble(a), F.ofDouble(b), 64, up), up);
}

export const addDown = (a: number, b: number): number => {
  const s = a + b;
  const rest = sumRest(a, b, s);
  return rest >= 0 ? s : rest < 0 ? previous(s) : exactSum(a, b, false);
};
export const addUp = (a: number, b: number): number => {
  const s = a + b;
  const rest = sumRest(a, b, s);
  return rest <= 0 ? s : rest > 0 ? next(s) : exactSum(a, b, true);
};
export const subDown = (a: number, b: number): number => addDown(a, -b);
export const subUp = (a: number, b: number): number => addUp(a, -b);

/** Bounds within which Dekker's product, and the remainders below, are exact. */
export const SMALL = 2 ** -960;
export const LARGE = 2 ** 960;
const within = (x: number): boolean => {
  const size = Math.abs(x);
  return size >= SMALL && size <= LARGE;
};
const SPLIT = 2 ** 27 + 1;

/** a·b − p for p = fl(a·b), where p lies within SMALL and LARGE and so do the factors from above. */
const productRest = (a: number, b: number, p: number): number => {
  const ca = SPLIT * a;
  const cb = SPLIT * b;
  const ah = ca - (ca - a);
  const bh = cb - (cb - b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
};

function exactProduct(a: number, b: number, up: boolean): number {
  if (a === 0 || b === 0) return 0;
  const x = F.ofDouble(a);
  const y = F.ofDouble(b);
  if (F.isInfinite(x) || F.isInfinite(y)) return a * b;
  return F.toDouble({ m: x.m * y.m, e: x.e + y.e }, up);
}

export const mulDown = (a: number, b: number): number => {
  const p = a * b;
  if (!within(p) || Math.abs(a) > LARGE || Math.abs(b) > LARGE) return exactProduct(a, b, false);
  return productRest(a, b, p) >= 0 ? p : previous(p);
};
export const mulUp = (a: number, b: number): number => {
  const p = a * b;
  if (!within(p) || Math.abs(a) > LARGE || Math.abs(b) > LARGE) return exactProduct(a, b, true);
  return productRest(a, b, p) <= 0 ? p : next(p);
};

function exactQuotient(a: number, b: number, up: boolean): number {
  if (a === 0 || !Number.isFinite(b)) return 0;
  if (!Number.isFinite(a)) return a / b;
  return F.toDouble(F.div(F.ofDouble(a), F.ofDouble(b), 64, up), up);
}
/** The sign of a/b − q: that of the exact remainder a − q·b against b. */
const quotientRest = (a: number, b: number, q: number): number => {
  const p = q * b;
  const r = a - p - productRest(q, b, p);
  return b > 0 ? r : -r;
};
const simpleQuotient = (a: number, b: number, q: number): boolean => within(a) && within(b) && within(q);

/** a/b for b ≠ 0. */
export const divDown = (a: number, b: number): number => {
  const q = a / b;
  if (!simpleQuotient(a, b, q)) return exactQuotient(a, b, false);
  return quotientRest(a, b, q) >= 0 ? q : previous(q);
};
export const divUp = (a: number, b: number): number => {
  const q = a / b;
  if (!simpleQuotient(a, b, q)) return exactQuotient(a, b, true);
  return quotientRest(a, b, q) <= 0 ? q : next(q);
};

function exactRoot(a: number, up: boolean): number {
  return a === 0 || a === Infinity ? a + 0 : F.toDouble(F.sqrt(F.ofDouble(a), 64, up), up);
}
const rootRest = (a: number, s: number): number => {
  const p = s * s;
  return a - p - productRest(s, s, p);
};
/** √a for a ≥ 0. */
export const sqrtDown = (a: number): number => {
  if (!within(a)) return exactRoot(a, false);
  const s = Math.sqrt(a);
  return rootRest(a, s) >= 0 ? s : previous(s);
};
export const sqrtUp = (a: number): number => {
  if (!within(a)) return exactRoot(a, true);
  const s = Math.sqrt(a);
  return rootRest(a, s) <= 0 ? s : next(s);
};
