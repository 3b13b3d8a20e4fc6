/**
 * Every other elementary function of a floating number, enclosed with relative error about 2^−bits: hyperbolic functions
 * and their inverses, arc sine and cosine, logarithms and powers to other bases, real powers.
 *
 * Trusted. Each is a formula in exp − 1, log(1 + x), atan and directed + − × ÷ √, chosen so that nothing cancels and so
 * that it is monotone in the inner value: the lower end is computed from lower ends, the upper from upper ones.
 */
import * as F from './bigfloat.ts';
import { atan, piTimes } from './circular.ts';
import { ln2, ln10 } from './constants.ts';
import { between, type Ends, exp, expm1, log, log1p } from './exponential.ts';
import type { Rational } from './rational.ts';

type Float = F.Float;
type Enclose = (x: Float, bits: number) => Ends;
const { ONE, ZERO, INF } = F;

const zero: Ends = [ZERO, ZERO];
const ends = (f: (up: boolean) => Float): Ends => [f(false), f(true)];
const pick = (e: Ends, up: boolean): Float => (up ? e[1] : e[0]);
const cut = (e: Ends, bits: number): Ends => ends((up) => F.round(pick(e, up), bits, up));
const odd =
  (f: Enclose): Enclose =>
  (x, bits) => {
    if (x.m === 0n) return zero;
    if (x.m > 0n) return f(x, bits);
    const [lo, hi] = f(F.neg(x), bits);
    return [F.neg(hi), F.neg(lo)];
  };
const cube = (x: Float, bits: number): Float => F.mul(F.mul(x, x, bits, true), x, bits, true);
/** x² is below the precision asked. */
const tiny = (x: Float, bits: number): boolean => 2 * F.top(x) < -bits;
const above: Enclose = (x, bits) => [F.round(x, bits, false), F.add(x, cube(x, bits), bits, true)];
const below: Enclose = (x, bits) => [F.sub(x, cube(x, bits), bits, false), F.round(x, bits, true)];

/** x ≤ sinh x ≤ x + x³ on [0, 1]; else (t + t/(t + 1))/2 with t = eˣ − 1, increasing in t ≥ 0. */
export const sinh = odd((x, bits) => {
  if (tiny(x, bits)) return above(x, bits);
  const w = bits + 6;
  const t = expm1(x, w);
  return ends((up) => {
    const a = pick(t, up);
    if (F.isInfinite(a)) return a;
    const ratio = F.div(a, F.add(a, ONE, w, !up), w, up);
    return F.round(F.scale(F.add(a, ratio, w, up), -1), bits, up);
  });
});

/** (E + 1/E)/2 with E = e^|x| ≥ 1, increasing in E. */
export const cosh: Enclose = (x, bits) => {
  if (x.m === 0n) return [ONE, ONE];
  const w = bits + 6;
  const e = exp(x.m < 0n ? F.neg(x) : x, w);
  return ends((up) => {
    const a = F.max(pick(e, up), ONE);
    return F.round(F.max(F.scale(F.add(a, F.div(ONE, a, w, up), w, up), -1), ONE), bits, up);
  });
};

/** x − x³ ≤ tanh x ≤ x on [0, 1]; else t/(t + 2) with t = e²ˣ − 1, increasing in t ≥ 0. */
export const tanh = odd((x, bits) => {
  if (tiny(x, bits)) return below(x, bits);
  const w = bits + 6;
  const t = expm1(F.scale(x, 1), w);
  const [low] = t;
  const high = F.isInfinite(t[1]) ? ONE : F.div(t[1], F.add(t[1], F.float(2n), w, false), bits, true);
  return [F.div(low, F.add(low, F.float(2n), w, true), bits, false), F.min(high, ONE)];
});

/** log(1 + u) for u between two close ends ≥ 0, where the slope is at most 1/(1 + u) ≤ 1. */
function log1pBetween(u: Ends, bits: number): Ends {
  if (F.isInfinite(u[1])) return [log1p(u[0], bits)[0], INF];
  const [lo, hi] = log1p(u[0], bits);
  const spread = F.div(F.sub(u[1], u[0], bits, true), F.add(ONE, u[0], bits, false), bits, true);
  return [lo, F.add(hi, spread, bits, true)];
}

/** x − x³ ≤ asinh x ≤ x for x ≥ 0; else log(1 + x + x²/(1 + √(x² + 1))). */
export const asinh = odd((x, bits) => {
  if (tiny(x, bits)) return below(x, bits);
  const w = bits + 8;
  const inner = ends((up) => {
    const squareUp = F.mul(x, x, w, up);
    const root = F.sqrt(F.add(F.mul(x, x, w, !up), ONE, w, !up), w, !up);
    return F.add(x, F.div(squareUp, F.add(ONE, root, w, !up), w, up), w, up);
  });
  return cut(log1pBetween(inner, w), bits);
});

/** For finite x ≥ 1, with d = x − 1: log(1 + d + √(d(d + 2))). */
export const acosh: Enclose = (x, bits) => {
  const w = bits + 8;
  const inner = ends((up) => {
    const d = F.sub(x, ONE, w, up);
    return F.add(d, F.sqrt(F.mul(d, F.add(d, F.float(2n), w, up), w, up), w, up), w, up);
  });
  return cut(log1pBetween(inner, w), bits);
};

/** For |x| < 1: x ≤ atanh x ≤ x + x³ on [0, ½]; else ½ log(1 + 2x/(1 − x)). */
export const atanh = odd((x, bits) => {
  if (tiny(x, bits)) return above(x, bits);
  const w = bits + 8;
  const inner = ends((up) => F.div(F.scale(x, 1), F.sub(ONE, x, w, !up), w, up));
  return cut(
    ends((up) => F.scale(pick(log1pBetween(inner, w), up), -1)),
    bits,
  );
});

/** atan between two close ends ≥ 0, where the slope is at most 1/(1 + u²). */
function atanBetween(u: Ends, bits: number): Ends {
  const [lo, hi] = atan(u[0], bits);
  const slope = F.div(ONE, F.add(ONE, F.mul(u[0], u[0], bits, false), bits, false), bits, true);
  return [lo, F.add(hi, F.mul(F.sub(u[1], u[0], bits, true), slope, bits, true), bits, true)];
}

/** For |x| ≤ 1: atan(x/√((1 − x)(1 + x))). */
export const asin = odd((x, bits) => {
  if (F.compare(x, ONE) === 0) return piTimes(-1, bits);
  if (tiny(x, bits)) return above(x, bits);
  const w = bits + 8;
  const inner = ends((up) => {
    const product = F.mul(F.sub(ONE, x, w, !up), F.add(ONE, x, w, !up), w, !up);
    return F.div(x, F.sqrt(product, w, !up), w, up);
  });
  return cut(atanBetween(inner, w), bits);
});

/** For |x| ≤ 1: 2 atan √((1 − x)/(1 + x)). */
export const acos: Enclose = (x, bits) => {
  if (F.compare(x, F.neg(ONE)) === 0) return piTimes(0, bits);
  const w = bits + 8;
  const inner = ends((up) => {
    const quotient = F.div(F.sub(ONE, x, w, up), F.add(ONE, x, w, !up), w, up);
    return F.sqrt(quotient, w, up);
  });
  return cut(
    ends((up) => F.scale(pick(atanBetween(inner, w), up), 1)),
    bits,
  );
};

/** e^p for p between two close ends: e^(p + h) ≤ e^p (1 + 2h) for 0 ≤ h ≤ 1. */
function expBetween(p: Ends, bits: number): Ends {
  if (F.isInfinite(p[0]) || F.isInfinite(p[1])) return [ZERO, INF];
  const spread = F.sub(p[1], p[0], bits, true);
  if (F.top(spread) > 0) return [exp(p[0], bits)[0], exp(p[1], bits)[1]];
  const [lo, low] = exp(p[0], bits);
  const hi = F.mul(low, F.add(ONE, F.scale(spread, 1), bits, true), bits, true);
  return [lo, p[1].m > 0n ? hi : F.min(hi, ONE)];
}

/** The product of a number and an enclosed positive constant or logarithm. */
const times = (x: Float, c: Ends, w: number): Ends => {
  const up = x.m >= 0n;
  return [F.mul(x, pick(c, !up), w, false), F.mul(x, pick(c, up), w, true)];
};
const spare = (x: Float): number => Math.min(Math.max(F.top(x), 0), 64) + 10;
const trailing = (m: bigint): number => F.bitLength(m & -m) - 1;
const isWhole = (x: Float): boolean => x.e >= 0 || trailing(x.m) >= -x.e;

export const exp2: Enclose = (x, bits) => {
  if (F.top(x) <= 31 && isWhole(x)) {
    const value = F.float(1n, Number(F.fixed(x, 0)));
    return [value, value];
  }
  const w = bits + spare(x);
  return cut(expBetween(times(x, between(ln2(w), 2n, w, w), w), w), bits);
};
export const exp10: Enclose = (x, bits) => {
  if (F.top(x) <= 16 && x.m >= 0n && isWhole(x)) {
    const n = Number(F.fixed(x, 0));
    return ends((up) => F.pow(F.float(10n), n, bits, up));
  }
  const w = bits + spare(x) + 2;
  return cut(expBetween(times(x, between(ln10(w), 2n, w, w), w), w), bits);
};

const ratio = (a: Ends, c: Ends, bits: number): Ends =>
  ends((up) => F.div(pick(a, up), pick(c, pick(a, up).m >= 0n !== up), bits, up));
export const log2: Enclose = (x, bits) => {
  if (trailing(x.m) === F.bitLength(x.m) - 1) {
    const value = F.float(BigInt(F.top(x) - 1));
    return value.m === 0n ? zero : cut([value, value], bits);
  }
  const w = bits + 8;
  return ratio(log(x, w), between(ln2(w), 2n, w, w), bits);
};
export const log10: Enclose = (x, bits) => {
  const n = Math.round(
    (F.top(x) - 1) * Math.log10(2) + Math.log10(Number(F.fixed(F.scale(x, 53 - F.top(x)), 0)) / 2 ** 52),
  );
  if (n >= 0 && n <= 4096 && F.compare(x, F.float(10n ** BigInt(n))) === 0) {
    return n === 0 ? zero : cut([F.float(BigInt(n)), F.float(BigInt(n))], bits);
  }
  const w = bits + 8;
  return ratio(log(x, w), between(ln10(w), 2n, w, w), bits);
};

/** ⌊n^(1/q)⌋ where it is exact; undefined otherwise. */
function exactRoot(n: bigint, q: number): bigint | undefined {
  if (n <= 1n) return n;
  const length = F.bitLength(n);
  if (length <= q) return undefined;
  let r = 1n << BigInt(Math.ceil(length / q));
  for (;;) {
    const next = (r * BigInt(q - 1) + n / r ** BigInt(q - 1)) / BigInt(q);
    if (next >= r) return r ** BigInt(q) === n ? r : undefined;
    r = next;
  }
}

/** The exact a^(1/q) of a > 0, if it is again m·2ᵉ. */
function rootOf(a: Float, q: bigint): Float | undefined {
  if (q > 64n) return a.m === 1n && a.e === 0 ? a : undefined;
  const n = Number(q);
  const shift = trailing(a.m);
  const e = a.e + shift;
  const m = e % n === 0 ? exactRoot(a.m >> BigInt(shift), n) : undefined;
  return m === undefined ? undefined : F.float(m, e / n);
}

/** aⁿ for finite a > 0 and any whole n. */
export function wholePower(a: Float, n: number, bits: number): Ends {
  if (n >= 0) return ends((up) => F.pow(a, n, bits, up));
  return ends((up) => {
    const below = F.pow(a, -n, bits + 4, !up);
    return below.m === 0n ? INF : F.div(ONE, below, bits, up);
  });
}

/** a^y for finite a > 0 and a rational y: exact where the root and the power are. */
export function power(a: Float, y: Rational, bits: number): Ends {
  const root = F.bitLength(y.num) <= 31 && F.bitLength(a.m) <= 4 * bits + 64 ? rootOf(a, y.den) : undefined;
  if (root) return wholePower(root, Number(y.num), bits);
  const size = F.top(log(a, 8)[0]) + F.bitLength(y.num) - F.bitLength(y.den);
  const w = bits + Math.min(Math.max(size, 0), 64) + 12;
  const l = log(a, w);
  const p = ends((up) => {
    const end = pick(l, up === y.num > 0n);
    return F.div(F.mul(end, F.float(y.num), w, up), F.float(y.den), w, up);
  });
  return cut(expBetween(p, bits + 8), bits);
}
