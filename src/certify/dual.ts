/**
 * The dual of a flow's limit: X·h(Xᵀλ) = y for the increasing hᵢ of each coordinate, as a system, a search, and a proof.
 *
 * `proveDual` is rigorous: Krawczyk's test, then every sᵢ = (Xᵀλ)ᵢ strictly inside the domain of hᵢ (integer powers are
 * defined outside it too, where their values mean nothing). `approach`, a damped Newton method on the convex dual in dyadic
 * points, is not trusted; in points of b bits it solves what needs b bits, so α = 10⁻⁶ at depth 8 only costs more of them.
 */
import type { Arithmetic } from '../number/arithmetic.ts';
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic } from '../number/dyadic.ts';
import * as Q from '../number/rational.ts';
import { type Box, newtonStep, proper, proveNear, type System } from './krawczyk.ts';
import type { Matrix, Vector } from './linear.ts';

type Rational = Q.Rational;
type Float = F.Float;

/** hᵢ, one coordinate's w as an increasing function of its dual variable s, h(0) = w₀. */
export type Link =
  /** up·eˢ − down·e⁻ˢ. */
  | { readonly kind: 'exponential'; readonly up: Rational; readonly down: Rational }
  /** (a − s)⁻ᵖ − (b + s)⁻ᵖ on −b < s < a, or (a − s)⁻ᵖ on s < a. */
  | { readonly kind: 'power'; readonly p: Rational; readonly a: Rational; readonly b: Rational | undefined };

const whole = (n: number): Rational => Q.rational(n);
const raise = <T>(a: Arithmetic<T>, x: T, e: Rational): T => (e.den === 1n ? a.pow(x, Number(e.num)) : a.power(x, e));

/** h and h' over any arithmetic. */
export function linkOver<T>(a: Arithmetic<T>, l: Link): (s: T) => { readonly value: T; readonly slope: T } {
  if (l.kind === 'exponential') {
    if (Q.equal(l.up, l.down)) {
      const twice = a.rational(Q.mul(whole(2), l.up));
      return (s) => ({ value: a.mul(twice, a.sinh(s)), slope: a.mul(twice, a.cosh(s)) });
    }
    const [up, down] = [a.rational(l.up), a.rational(l.down)];
    return (s) => {
      const e = a.exp(s);
      const [rise, fall] = [a.mul(up, e), a.div(down, e)];
      return { value: a.sub(rise, fall), slope: a.add(rise, fall) };
    };
  }
  const [top, p, exponent] = [a.rational(l.a), a.rational(l.p), Q.neg(l.p)];
  const bottom = l.b && a.rational(l.b);
  return (s) => {
    const left = a.sub(top, s);
    const high = raise(a, left, exponent);
    if (bottom === undefined) return { value: high, slope: a.mul(p, a.div(high, left)) };
    const right = a.add(bottom, s);
    const low = raise(a, right, exponent);
    return { value: a.sub(high, low), slope: a.mul(p, a.add(a.div(high, left), a.div(low, right))) };
  };
}

/** X·h(Xᵀλ) = y. */
export const dualSystem =
  (x: Matrix, y: Vector, links: readonly Link[]): System =>
  <T>(a: Arithmetic<T>) => {
    const rows = x.map((row) => row.map((q) => a.rational(q)));
    const target = y.map((q) => a.rational(q));
    const h = links.map((l) => linkOver(a, l));
    const zero = a.rational(Q.ZERO);
    const total = (row: readonly T[], v: readonly T[]): T => row.reduce((s, e, i) => a.add(s, a.mul(e, v[i]!)), zero);
    const at = (lambda: readonly T[]) => h.map((f, i) => f(dual(a, rows, lambda, i)));
    return {
      value: (lambda: readonly T[]) => {
        const w = at(lambda).map((z) => z.value);
        return rows.map((row, k) => a.sub(total(row, w), target[k]!));
      },
      jacobian: (lambda: readonly T[]) => {
        const slopes = at(lambda).map((z) => z.slope);
        return rows.map((row) =>
          rows.map((other) =>
            total(
              row.map((e, i) => a.mul(e, other[i]!)),
              slopes,
            ),
          ),
        );
      },
    };
  };
/** sᵢ = (Xᵀλ)ᵢ. */
const dual = <T>(a: Arithmetic<T>, rows: readonly (readonly T[])[], lambda: readonly T[], i: number): T =>
  lambda.reduce((sum, l, k) => a.add(sum, a.mul(rows[k]![i]!, l)), a.rational(Q.ZERO));

/** Independent rows, no zero column. */
export interface Task {
  readonly x: Matrix;
  readonly y: Vector;
  readonly links: readonly Link[];
  /** w₀. */
  readonly from: Vector;
}

/** s = Xᵀλ inside its domain. */
function inDomain(a: Arithmetic<Dyadic>, l: Link, s: Dyadic): boolean {
  if (l.kind === 'exponential') return true;
  const above = l.b === undefined || a.compare('<', a.neg(a.rational(l.b)), s) === 'yes';
  return above && a.compare('<', s, a.rational(l.a)) === 'yes';
}

export interface Solved {
  /** w = h(s), s = Xᵀλ, for the one λ in the box. */
  readonly w: readonly Dyadic[];
  readonly s: readonly Dyadic[];
  readonly lambda: Box;
}

/** The zero near λ proved, if it is one of the dual; undefined otherwise. */
export function proveDual(task: Task, near: readonly Float[], bits: number): Solved | undefined {
  const lambda = proveNear(dualSystem(task.x, task.y, task.links), near, bits);
  if (!lambda) return undefined;
  const a = dyadic(bits);
  const rows = task.x.map((row) => row.map(a.rational));
  const s = task.links.map((_, i) => dual(a, rows, lambda, i));
  const w = task.links.map((l, i) => linkOver(a, l)(s[i]!).value);
  const sound = w.every(proper) && task.links.every((l, i) => inDomain(a, l, s[i]!));
  return sound ? { w, s, lambda } : undefined;
}

const ROUNDS = 400;
const HALVINGS = 60;

export interface Search {
  readonly lambda: readonly Float[];
  readonly settled: boolean;
}

/** Damped Newton on the convex dual, in points of that precision. Proposes, proves nothing. */
export function approach(task: Task, from: readonly Float[], bits: number): Search {
  const system = dualSystem(task.x, task.y, task.links);
  const rows = task.x.map((row) => row.map((q) => F.ofRational(q, bits, false)));
  let lambda = from;
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(system, lambda, bits);
    if (!step) return { lambda: from, settled: false };
    const slope = inner(step.value, step.move);
    const reach = stride(task, rows, lambda, step.move, bits);
    if (reach.ratio < 2 ** (-bits / 3)) return { lambda: ahead(lambda, step.move, 1, bits), settled: true };
    let t = Math.min(1, reach.longest);
    let next = ahead(lambda, step.move, t, bits);
    for (let left = HALVINGS; left > 0 && overshoots(system, next, step.move, slope, bits); left--) {
      t /= 2;
      next = ahead(lambda, step.move, t, bits);
      if (left === 1) return { lambda, settled: false };
    }
    if (slope.m >= 0n) break;
    lambda = next;
  }
  return { lambda, settled: false };
}

const inner = (a: readonly Float[], b: readonly Float[]): Float =>
  a.reduce((sum, x, i) => F.add(sum, F.mul(x, b[i]!, 64, false), 64, false), F.ZERO);
const ahead = (x: readonly Float[], move: readonly Float[], t: number, bits: number): readonly Float[] =>
  x.map((e, i) => F.add(e, F.mul(F.ofDouble(t), move[i]!, bits, false), bits, false));

/** Past the least value along the step by more than a tenth of the slope it began with, or out of the domain. */
function overshoots(system: System, x: readonly Float[], move: readonly Float[], slope: Float, bits: number): boolean {
  const f = system(dyadic(bits)).value(x.map((e) => ({ lo: e, hi: e, defined: 'yes' })));
  if (!f.every(proper)) return true;
  const now = inner(
    f.map((e) => e.lo),
    move,
  );
  return F.compare(F.mul(F.float(10n), now, 64, false), F.neg(slope)) > 0;
}

/** How far along the step every s stays in its domain (exponentials: moves by 4 at most), and its relative length. */
function stride(
  task: Task,
  rows: readonly (readonly Float[])[],
  lambda: readonly Float[],
  move: readonly Float[],
  bits: number,
) {
  let longest = Number.POSITIVE_INFINITY;
  let ratio = 0;
  const along = (v: readonly Float[], i: number): Float =>
    v.reduce((sum, e, k) => F.add(sum, F.mul(rows[k]![i]!, e, bits, false), bits, false), F.ZERO);
  task.links.forEach((l, i) => {
    const ds = along(move, i);
    if (ds.m === 0n) return;
    const s = along(lambda, i);
    const size = ds.m > 0n ? ds : F.neg(ds);
    const steps = (room: Float): number => F.toDouble(F.div(room, size, 53, false), false);
    const to = (end: Rational, at: Float): number => steps(F.sub(F.ofRational(end, bits, false), at, bits, false));
    const up = l.kind === 'exponential' ? steps(F.ONE) : to(l.a, s);
    const down = l.kind === 'exponential' ? up : l.b ? to(l.b, F.neg(s)) : Number.POSITIVE_INFINITY;
    longest = Math.min(longest, (l.kind === 'exponential' ? 4 : 0.9) * (ds.m > 0n ? up : down));
    ratio = Math.max(ratio, 1 / Math.min(up, down));
  });
  return { longest: Math.max(longest, Number.MIN_VALUE), ratio };
}
