/**
 * Largest margins of linear classifiers, exact: max over w of minᵢ zᵢ·w / ‖w‖ in the ℓ1 and in the ℓ2 norm, zᵢ = labelᵢ·xᵢ.
 *
 * Each answer carries its dual, a p in the simplex, and `checkMarginL1`, `checkMarginL2` prove it from Z alone. The ℓ2
 * margin is the distance of the hull of the zᵢ from 0 (Wolfe's algorithm, finite in exact arithmetic), so its square is
 * a rational and the duality gap is 0, not small.
 */
import * as Q from '../number/rational.ts';
import {
  dot,
  equalVectors,
  type Matrix,
  minus,
  norm1,
  plus,
  scale,
  solve,
  times,
  transpose,
  type Vector,
} from './linear.ts';
import { minimize, uniqueness } from './simplex.ts';

type Rational = Q.Rational;

export type MarginL1 =
  /** ‖w‖₁ = 1, Zw ≥ value > 0; p ≥ 0, Σp = 1, ‖Zᵀp‖_∞ = value. `other`: a second direction with that margin. */
  | {
      readonly kind: 'separable';
      readonly w: Vector;
      readonly p: Vector;
      readonly value: Rational;
      readonly unique: 'yes' | 'no' | 'undecided';
      readonly other: Vector | undefined;
    }
  /** p ≥ 0, Σp = 1, Zᵀp = 0: no w has a positive margin. */
  | { readonly kind: 'not separable'; readonly p: Vector }
  | { readonly kind: 'undecided'; readonly reason: string };

const sum = (v: Vector): Rational => v.reduce(Q.add, Q.ZERO);
const normalized = (v: Vector, by: Rational): Vector => scale(Q.div(Q.ONE, by), v);
const inSimplex = (p: Vector): boolean => p.every((x) => x.num >= 0n) && Q.equal(sum(p), Q.ONE);

/** Through min ‖w‖₁ over Zw ≥ 1, whose value is 1 / margin. */
export function marginL1(z: Matrix): MarginL1 {
  const d = wide(z);
  const unit = (i: number): Vector => z.map((_, j) => (i === j ? Q.rational(-1n) : Q.ZERO));
  const a = z.map((row, i) => [...row, ...row.map(Q.neg), ...unit(i)]);
  const c = [...Array.from({ length: 2 * d }, () => Q.ONE), ...z.map(() => Q.ZERO)];
  const lp = { a, b: z.map(() => Q.ONE), c };
  const answer = minimize(lp);
  const checked = (found: MarginL1): MarginL1 =>
    checkMarginL1(z, found) ? found : { kind: 'undecided', reason: 'certificate refused' };
  if (answer.kind === 'infeasible')
    return checked({ kind: 'not separable', p: normalized(answer.farkas, sum(answer.farkas)) });
  if (answer.kind !== 'optimal') return { kind: 'undecided', reason: 'too many pivots' };
  const direction = (x: Vector): Vector => normalized(minus(x.slice(0, d), x.slice(d, 2 * d)), answer.value);
  const only = uniqueness(lp, answer);
  return checked({
    kind: 'separable',
    w: direction(answer.x),
    p: normalized(answer.dual, sum(answer.dual)),
    value: Q.div(Q.ONE, answer.value),
    unique: only.kind,
    other: only.kind === 'no' ? direction(only.other) : undefined,
  });
}

function wide(z: Matrix): number {
  const d = z[0]?.length ?? 0;
  if (d === 0) throw new RangeError('at least one example with at least one feature is wanted');
  return d;
}

/** Does the answer prove what it says? `unique: 'yes'` is the solver's own claim (simplex.ts verified it). */
export function checkMarginL1(z: Matrix, answer: MarginL1): boolean {
  if (answer.kind === 'undecided') return true;
  const mean = times(transpose(z), answer.p);
  if (!inSimplex(answer.p)) return false;
  if (answer.kind === 'not separable') return mean.every((x) => x.num === 0n);
  const { value, other } = answer;
  const attains = (w: Vector): boolean =>
    Q.equal(norm1(w), Q.ONE) && times(z, w).every((m) => Q.compare(m, value) >= 0);
  const second = answer.unique !== 'no' || (other !== undefined && attains(other) && !equalVectors(other, answer.w));
  return value.num > 0n && attains(answer.w) && second && mean.every((x) => Q.compare(Q.abs(x), value) <= 0);
}

export type MarginL2 =
  /** w = Zᵀp with zᵢ·w ≥ w·w = squared > 0 for all i: the direction w/‖w‖, its margin √squared, and nothing beats it. */
  | { readonly kind: 'separable'; readonly w: Vector; readonly p: Vector; readonly squared: Rational }
  | { readonly kind: 'not separable'; readonly p: Vector }
  | { readonly kind: 'undecided'; readonly reason: string };

const STEPS = 2000;

/** The point of least norm in the hull of the rows. */
export function marginL2(z: Matrix): MarginL2 {
  wide(z);
  const squares = z.map((row) => dot(row, row));
  const nearest = squares.reduce((best, s, i) => (Q.compare(s, squares[best]!) < 0 ? i : best), 0);
  let p: Vector = z.map((_, i) => (i === nearest ? Q.ONE : Q.ZERO));
  for (let step = 0; step < STEPS; step++) {
    const w = times(transpose(z), p);
    const squared = dot(w, w);
    const inner = times(z, w);
    const worst = inner.reduce((best, v, i) => (Q.compare(v, inner[best]!) < 0 ? i : best), 0);
    if (Q.compare(inner[worst]!, squared) >= 0) {
      const found: MarginL2 = squared.num === 0n ? { kind: 'not separable', p } : { kind: 'separable', w, p, squared };
      return checkMarginL2(z, found) ? found : { kind: 'undecided', reason: 'certificate refused' };
    }
    p = towards(z, p, worst);
  }
  return { kind: 'undecided', reason: 'too many steps' };
}

/** Wolfe's minor cycle: the nearest point of the hull spanned by the support of p and the new row. */
function towards(z: Matrix, p: Vector, enters: number): Vector {
  let current = p;
  let corral = z.map((_, i) => i).filter((i) => p[i]!.num !== 0n || i === enters);
  for (;;) {
    const target = affineNearest(z, corral);
    if (corral.every((i) => target[i]!.num > 0n)) return target;
    const ratios = corral
      .filter((i) => target[i]!.num <= 0n)
      .map((i) => Q.div(current[i]!, Q.sub(current[i]!, target[i]!)));
    const theta = ratios.reduce((a, b) => (Q.compare(a, b) < 0 ? a : b));
    current = plus(current, scale(theta, minus(target, current)));
    corral = corral.filter((i) => current[i]!.num > 0n);
  }
}

/** Weights, summing to 1, of the point of least norm in the affine hull of some rows. */
function affineNearest(z: Matrix, corral: readonly number[]): Vector {
  const gram = corral.map((i) => [Q.ONE, ...corral.map((j) => dot(z[i]!, z[j]!))]);
  const system = [[Q.ZERO, ...corral.map(() => Q.ONE)], ...gram];
  const solution = solve(system, [Q.ONE, ...corral.map(() => Q.ZERO)])!;
  const out = z.map(() => Q.ZERO);
  corral.forEach((i, k) => {
    out[i] = solution[k + 1]!;
  });
  return out;
}

/** Does the answer prove what it says? */
export function checkMarginL2(z: Matrix, answer: MarginL2): boolean {
  if (answer.kind === 'undecided') return true;
  if (!inSimplex(answer.p)) return false;
  const mean = times(transpose(z), answer.p);
  if (answer.kind === 'not separable') return mean.every((x) => x.num === 0n);
  const { w, squared } = answer;
  const proper = equalVectors(mean, w) && Q.equal(dot(w, w), squared) && squared.num > 0n;
  return proper && times(z, w).every((v) => Q.compare(v, squared) >= 0);
}
