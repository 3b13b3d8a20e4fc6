/**
 * The largest eigenvalue of a symmetric rational matrix, or of every matrix in a symmetric interval matrix, enclosed.
 *
 * Rigorous: a float guess is only a place to look; both ends are proved by the exact inertia of A − qI (linear.ts,
 * Sylvester). Two inertias when the guess is good, a bisection when it is not. An eigenvalue that is hit is exact.
 */
import { bitLength, ofNumber, toNumber } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import { type Inertia, inertia, type Matrix, norm1 } from './linear.ts';

type Rational = Q.Rational;
export interface Enclosed {
  readonly lo: Rational;
  readonly hi: Rational;
}

const shifted = (a: Matrix, q: Rational): Inertia =>
  inertia(a.map((row, i) => row.map((x, j) => (i === j ? Q.sub(x, q) : x))));

/** Does the bracket hold λ_max(A)? By two exact inertias. */
export function checkLargestEigenvalue(a: Matrix, { lo, hi }: Enclosed): boolean {
  if (shifted(a, hi).positive > 0) return false;
  const low = shifted(a, lo);
  return low.positive + low.zero > 0;
}

/** λ_max in floats by Jacobi rotations; a guess. */
function guess(a: Matrix): number {
  const n = a.length;
  const m = a.map((row) => row.map(toNumber));
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let r = p + 1; r < n; r++) {
        off += m[p]![r]! ** 2;
        if (m[p]![r] !== 0) rotate(m, p, r);
      }
    if (off < 1e-300) break;
  }
  return m.reduce((best, row, i) => Math.max(best, row[i]!), Number.NEGATIVE_INFINITY);
}

function rotate(m: number[][], p: number, r: number): void {
  const theta = (m[r]![r]! - m[p]![p]!) / (2 * m[p]![r]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of m) [row[p], row[r]] = [c * row[p]! - s * row[r]!, s * row[p]! + c * row[r]!];
  for (let k = 0; k < m.length; k++)
    [m[p]![k], m[r]![k]] = [c * m[p]![k]! - s * m[r]![k]!, s * m[p]![k]! + c * m[r]![k]!];
}

const power = (n: number): Rational => Q.pow(Q.rational(2n), n);
const half = (a: Rational, b: Rational): Rational => Q.div(Q.add(a, b), Q.rational(2n));
const largest = (a: Rational, b: Rational): Rational => (Q.compare(a, b) >= 0 ? a : b);
/** q rounded to a multiple of 2ᵏ, so that bisection works with short numbers. */
const short = (q: Rational, k: number): Rational => {
  const scaled = Q.mul(q, power(-k));
  const [top, bottom] = [2n * scaled.num + scaled.den, 2n * scaled.den];
  const down = top / bottom - (top % bottom < 0n ? 1n : 0n);
  return Q.mul(Q.rational(down), power(k));
};

/** Ends of relative width ≤ 2^−bits (of max(|lo|, |hi|)); lo = hi when the eigenvalue is hit exactly. n = 0 has none. */
export function largestEigenvalue(a: Matrix, bits = 40): Enclosed {
  if (a.length === 0) throw new RangeError('a matrix with at least one row is wanted');
  const bound = a.map(norm1).reduce(largest);
  if (bound.num === 0n) return { lo: Q.ZERO, hi: Q.ZERO };
  let bracket: Enclosed = { lo: Q.neg(bound), hi: bound };
  const narrow = (q: Rational): void => {
    if (Q.compare(q, bracket.lo) < 0 || Q.compare(q, bracket.hi) > 0) return;
    const { positive, zero } = shifted(a, q);
    bracket = positive > 0 ? { lo: q, hi: bracket.hi } : { lo: zero > 0 ? q : bracket.lo, hi: q };
  };
  const wide = (): boolean => {
    const size = largest(Q.abs(bracket.lo), Q.abs(bracket.hi));
    return Q.compare(Q.sub(bracket.hi, bracket.lo), Q.mul(size, power(-bits))) > 0;
  };
  for (const q of guesses(a, bits)) if (wide()) narrow(q);
  while (wide()) narrow(middle(bracket));
  return bracket;
}

/** Near the guess: itself and short numbers (exact hits), then both sides of it at growing distance. */
function guesses(a: Matrix, bits: number): readonly Rational[] {
  const x = guess(a);
  if (!Number.isFinite(x)) return [Q.ZERO];
  const at = ofNumber(x);
  const exponent = x === 0 ? 0 : bitLength(at.num) - bitLength(at.den);
  const around = [bits, 46, 40].flatMap((b) => {
    const step = power(exponent - Math.min(b + 1, 49));
    return [Q.sub(at, step), Q.add(at, step)];
  });
  return [short(at, exponent - 30), ...around, Q.ZERO];
}

/** The middle, as a number no longer than the width asks for. */
function middle({ lo, hi }: Enclosed): Rational {
  const width = Q.sub(hi, lo);
  return short(half(lo, hi), bitLength(width.num) - bitLength(width.den) - 4);
}

/** λ_max of every symmetric matrix between two symmetric matrices: centre ± ‖radius‖_∞ (Weyl). */
export function largestEigenvalueOfInterval(lo: Matrix, hi: Matrix, bits = 40): Enclosed {
  const radius = hi.map((row, i) => row.map((x, j) => half(x, Q.neg(lo[i]![j]!))));
  if (radius.some((row) => row.some((x) => x.num < 0n))) throw new RangeError('lo ≤ hi is wanted in every entry');
  const centre = hi.map((row, i) => row.map((x, j) => half(x, lo[i]![j]!)));
  const slack = radius.map(norm1).reduce(largest, Q.ZERO);
  const middleOnes = largestEigenvalue(centre, bits);
  return { lo: Q.sub(middleOnes.lo, slack), hi: Q.add(middleOnes.hi, slack) };
}
