/** Losses and maps that several quantized tests use, and a plain BigInt reference written without the engine. */
import * as T from '../../src/expr/term.ts';
import type * as F from '../../src/number/fixed.ts';
import * as Q from '../../src/number/rational.ts';
import * as M from '../../src/quantized/map.ts';

export const q = (n: number | bigint, d: number | bigint = 1): Q.Rational => Q.rational(BigInt(n), BigInt(d));
export const c = (n: number, d = 1): T.Term => T.num(q(n, d));
const [u, v] = [T.variable('u'), T.variable('v')];

export interface Sample {
  readonly x: Q.Rational;
  readonly y: Q.Rational;
}
/** (1/2n) Σ (x(u² − v²) − y)². */
export function squareLoss(data: readonly Sample[]): T.Term {
  const w = T.sub(T.mul(u, u), T.mul(v, v));
  const terms = data.map(({ x, y }) => T.pow(T.sub(T.mul(T.num(x), w), T.num(y)), 2));
  return T.div(terms.reduce(T.add), T.whole(2 * data.length));
}

export interface Setting {
  readonly data: readonly Sample[];
  readonly eta: Q.Rational;
  readonly format: F.Format;
  readonly rounding: F.Rounding;
  readonly rounds: 'update' | 'store';
}
export const spec = (s: Omit<Setting, 'rounding'>): M.MapSpec => ({
  states: ['u', 'v'],
  decrements: M.descentDecrements(squareLoss(s.data), T.num(s.eta), ['u', 'v']),
  format: s.format,
  rounds: s.rounds,
});
export const oneWeight = (s: Setting): M.QuantizedMap => M.quantize(spec(s), s.rounding);

/** The decrements ηg/s of u and v as fractions over one denominator, from the formula u ← u − 2ηG u, v ← v + 2ηG v. */
export function decrements(s: Omit<Setting, 'rounding'>, [a, b]: M.State): readonly [bigint, bigint, bigint] {
  const scale = 1n << BigInt(s.format.fraction);
  const w = BigInt(a! * a! - b! * b!);
  let [top, den] = [0n, 1n];
  for (const { x, y } of s.data) {
    const t = (x.num * w * y.den - y.num * x.den * scale * scale) * x.num;
    const d = x.den * x.den * y.den * scale * scale;
    [top, den] = [top * d + t * den, den * d];
  }
  const n = BigInt(s.data.length);
  return [2n * s.eta.num * top * BigInt(a!), -2n * s.eta.num * top * BigInt(b!), s.eta.den * den * n];
}

/** Rounding by its definition, on |n|. */
export function plainRound(n: bigint, d: bigint, mode: F.Rounding): bigint {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  const rest = size % d;
  const out = (k: bigint): bigint => (n < 0n ? -k : k);
  if (mode === 'toward-zero') return out(whole);
  if (mode === 'floor') return n < 0n && rest > 0n ? -whole - 1n : out(whole);
  if (2n * rest < d) return out(whole);
  if (2n * rest > d || mode === 'nearest-away') return out(whole + 1n);
  return out(whole % 2n === 0n ? whole : whole + 1n);
}

export function plainStep(s: Setting, z: M.State): M.State {
  const [du, dv, den] = decrements(s, z);
  return [du, dv].map((n, i) => {
    const old = BigInt(z[i]!);
    const next =
      s.rounds === 'store' ? plainRound(old * den - n, den, s.rounding) : old - plainRound(n, den, s.rounding);
    const { lo, hi, overflow } = s.format;
    if (overflow === 'saturate') return Number(next < BigInt(lo) ? lo : next > BigInt(hi) ? hi : next);
    const size = BigInt(hi - lo + 1);
    return Number((((next - BigInt(lo)) % size) + size) % size) + lo;
  });
}

/** The predicate q.fix.rne and its like for every mode: whether z_i stays, told from the decrement alone. */
export function stays(s: Setting, n: bigint, d: bigint, z: number): boolean {
  const { lo, hi, overflow } = s.format;
  const pushed = overflow === 'saturate' && ((z === hi && n < 0n) || (z === lo && n > 0n));
  return pushed || inside(s, n, d, z);
}
function inside(s: Setting, n: bigint, d: bigint, z: number): boolean {
  const size = n < 0n ? -n : n;
  const below = 2n * size < d;
  const tie = 2n * size === d;
  const store = s.rounds === 'store';
  switch (s.rounding) {
    case 'nearest-even':
      return below || (tie && (!store || z % 2 === 0));
    case 'nearest-away':
      return below || (store && tie && (z > 0 ? n > 0n : z < 0 && n < 0n));
    case 'toward-zero':
      if (!store || z === 0) return size < d;
      return z > 0 ? n <= 0n && -n < d : n >= 0n && n < d;
    case 'floor':
      return store ? n <= 0n && -n < d : n >= 0n && n < d;
  }
}

/** A small generator of reproducible random numbers (mulberry32). */
export function randomness(seed: number): (below: number) => number {
  let a = seed >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Twenty data sets: dyadic and not, one to three samples, one of them degenerate. */
export const DATA: readonly { readonly data: readonly Sample[]; readonly eta: Q.Rational }[] = Array.from(
  { length: 20 },
  (_, k) => {
    const random = randomness(k + 1);
    const number = (): Q.Rational => q(random(17) - 8, k % 2 === 0 ? 1 << random(4) : 1 + random(7));
    const data = Array.from({ length: 1 + (k % 3) }, () => ({ x: number(), y: number() }));
    return { data: k === 7 ? [{ x: q(0), y: q(1) }] : data, eta: q(1 + random(5), 1 << random(6)) };
  },
);
