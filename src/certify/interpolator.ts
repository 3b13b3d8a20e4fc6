/**
 * The interpolator of least ℓ1 norm, over all of Rᵈ or over x ≥ 0, with its dual and whether it is the only one.
 *
 * Exact. `checkLeastL1` proves an answer from X, y and the answer alone; the solver (simplex.ts) need not be trusted.
 */
import * as Q from '../number/rational.ts';
import { dot, equalVectors, type Matrix, minus, norm1, rank, times, transpose, type Vector } from './linear.ts';
import { minimize, type Program, uniqueness } from './simplex.ts';

type Rational = Q.Rational;

export type Sign = 'any sign' | 'nonnegative';
export type UniqueInterpolator =
  /** λ as below, and |(Xᵀλ)ᵢ| < 1 (nonnegative: (Xᵀλ)ᵢ < 1) wherever wᵢ = 0; independent columns where it is not. */
  | { readonly kind: 'yes'; readonly lambda: Vector }
  | { readonly kind: 'no'; readonly other: Vector }
  | { readonly kind: 'undecided' };
export type LeastL1 =
  | {
      readonly kind: 'found';
      readonly w: Vector;
      readonly value: Rational;
      /** |Xᵀλ| ≤ 1 (nonnegative: Xᵀλ ≤ 1) and y·λ = value. */
      readonly lambda: Vector;
      readonly unique: UniqueInterpolator;
    }
  /** No interpolator (of that sign): Xᵀμ = 0 (nonnegative: Xᵀμ ≤ 0) and y·μ > 0. */
  | { readonly kind: 'none'; readonly farkas: Vector }
  | { readonly kind: 'undecided'; readonly reason: string };

const program = (x: Matrix, y: Vector, d: number, sign: Sign): Program => ({
  a: sign === 'nonnegative' ? x : x.map((row) => [...row, ...row.map(Q.neg)]),
  b: y,
  c: Array.from({ length: sign === 'nonnegative' ? d : 2 * d }, () => Q.ONE),
});
const joined = (v: Vector, d: number): Vector => (v.length === d ? v : minus(v.slice(0, d), v.slice(d)));

/** min ‖w‖₁ over Xw = y. A sparse vertex, whether or not it is the only solution. */
export function leastL1(x: Matrix, y: Vector, sign: Sign = 'any sign'): LeastL1 {
  const d = x[0]?.length ?? 0;
  const lp = program(x, y, d, sign);
  const answer = minimize(lp);
  if (answer.kind === 'infeasible') return checked(x, y, sign, { kind: 'none', farkas: answer.farkas });
  if (answer.kind !== 'optimal')
    return { kind: 'undecided', reason: answer.kind === 'undecided' ? answer.reason : answer.kind };
  const only = uniqueness(lp, answer);
  const unique: UniqueInterpolator =
    only.kind === 'yes'
      ? { kind: 'yes', lambda: only.dual }
      : only.kind === 'no'
        ? { kind: 'no', other: joined(only.other, d) }
        : only;
  return checked(x, y, sign, {
    kind: 'found',
    w: joined(answer.x, d),
    value: answer.value,
    lambda: answer.dual,
    unique,
  });
}

const checked = (x: Matrix, y: Vector, sign: Sign, answer: LeastL1): LeastL1 =>
  checkLeastL1(x, y, answer, sign) ? answer : { kind: 'undecided', reason: 'certificate refused' };

const below = (v: Rational, sign: Sign): -1 | 0 | 1 => Q.compare(sign === 'nonnegative' ? v : Q.abs(v), Q.ONE);

/** Does the answer prove what it says? */
export function checkLeastL1(x: Matrix, y: Vector, answer: LeastL1, sign: Sign = 'any sign'): boolean {
  const columns = transpose(x);
  const products = (lambda: Vector): Vector => columns.map((column) => dot(column, lambda));
  if (answer.kind === 'undecided') return true;
  if (answer.kind === 'none') {
    const flat = products(answer.farkas).every((v) => (sign === 'nonnegative' ? v.num <= 0n : v.num === 0n));
    return flat && Q.sign(dot(y, answer.farkas)) > 0;
  }
  const { w, value, lambda, unique } = answer;
  const attains = (v: Vector): boolean =>
    equalVectors(times(x, v), y) && Q.equal(norm1(v), value) && (sign === 'any sign' || v.every((e) => e.num >= 0n));
  const bounds = (l: Vector): boolean => Q.equal(dot(y, l), value) && products(l).every((v) => below(v, sign) <= 0);
  if (!attains(w) || !bounds(lambda)) return false;
  if (unique.kind === 'undecided') return true;
  if (unique.kind === 'no') return attains(unique.other) && !equalVectors(unique.other, w);
  const strict = products(unique.lambda).every((v, j) => w[j]!.num !== 0n || below(v, sign) < 0);
  const support = x.map((row) => row.filter((_, j) => w[j]!.num !== 0n));
  const size = w.filter((v) => v.num !== 0n).length;
  return strict && bounds(unique.lambda) && (size === 0 || rank(support) === size);
}
