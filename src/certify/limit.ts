/**
 * Limits of gradient flows on diagonal networks, enclosed by the flow lemma (docs/trust.md).
 *
 * The lemma: ẇ = −diag(1/φᵢ''(wᵢ))·∇L(w), L = c·½‖Xw − y‖² with y in the range of X. Then w converges, Xw_∞ = y, and
 * ∇φ(w_∞) − ∇φ(w₀) is in the range of Xᵀ; w_∞ is the only such point. With wᵢ = hᵢ(sᵢ), s = Xᵀλ, hᵢ the inverse of
 * φᵢ' − φᵢ'(w₀ᵢ), that is the system X·h(Xᵀλ) = y, whose zero Krawczyk's test proves. Its conditions are checked exactly:
 * y in the range (rows that depend on others are dropped first), no degenerate start, and for x = u^L a strictly
 * positive interpolator. A column that is 0 leaves its coordinate where it starts. Anything else is `undecided`.
 *
 * Trusts linear.ts, simplex.ts' certificates, krawczyk.ts, dyadic.ts. The damped Newton search for λ is not trusted; it
 * works in dyadic points, so that α = 10⁻⁶ at depth 8 needs more bits and no other method. Milliseconds a problem.
 */
import type { Arithmetic } from '../number/arithmetic.ts';
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic, relativeWidth } from '../number/dyadic.ts';
import * as Q from '../number/rational.ts';
import { type Box, newtonStep, proper, proveNear, type System, width } from './krawczyk.ts';
import { equalVectors, independentSystem, type Matrix, minus, times, type Vector } from './linear.ts';
import { minimize } from './simplex.ts';

type Rational = Q.Rational;
type Float = F.Float;

export type Start =
  /** w = u^depth − v^depth, depth 2, 3, …; for depth ≥ 3, u, v > 0. */
  | { readonly form: 'difference'; readonly depth: number; readonly u: Vector; readonly v: Vector }
  /** w = u∘v. */
  | { readonly form: 'product'; readonly u: Vector; readonly v: Vector }
  /** x = u^depth, or a product of that many layers that all start at u; u > 0. */
  | { readonly form: 'power'; readonly depth: number; readonly u: Vector };

export interface FlowProblem {
  /** 'gradient flow' is the only dynamics, 'squares' (½‖Xw − y‖², or a positive multiple) the only loss of the lemma. */
  readonly dynamics: string;
  readonly loss: string;
  readonly x: Matrix;
  readonly y: Vector;
  readonly start: Start;
}

export const REASONS = [
  'not a gradient flow',
  'not the squared loss',
  'y is not in the range of X',
  'a factor starts at 0',
  'the sign of w can not change',
  'a factor does not start positive',
  'no strictly positive interpolator',
  'no solution found',
  'not proved',
] as const;
export type Reason = (typeof REASONS)[number];
export type Limit =
  /** `bits`: the working precision that sufficed. */
  | { readonly kind: 'enclosed'; readonly w: readonly Dyadic[]; readonly bits: number }
  | { readonly kind: 'undecided'; readonly reason: Reason };

export interface LimitOptions {
  /** Relative width asked for, as a power of two: 40 is 10⁻¹². */
  readonly relativeBits?: number;
  readonly ladder?: readonly number[];
}

/** hᵢ, one coordinate's w as an increasing function of its dual variable s, h(0) = w₀. */
export type Link =
  /** up·eˢ − down·e⁻ˢ. */
  | { readonly kind: 'exponential'; readonly up: Rational; readonly down: Rational }
  /** (a − s)⁻ᵖ − (b + s)⁻ᵖ on −b < s < a, or (a − s)⁻ᵖ on s < a. */
  | { readonly kind: 'power'; readonly p: Rational; readonly a: Rational; readonly b: Rational | undefined };

const whole = (n: number): Rational => Q.rational(n);
const square = (q: Rational): Rational => Q.mul(q, q);
const undecided = (reason: Reason): Limit => ({ kind: 'undecided', reason });

/** Where w starts. */
export function initial(start: Start): Vector {
  if (start.form === 'product') return start.u.map((u, i) => Q.mul(u, start.v[i]!));
  const up = start.u.map((u) => Q.pow(u, start.depth));
  return start.form === 'power'
    ? up
    : minus(
        up,
        start.v.map((v) => Q.pow(v, start.depth)),
      );
}

/** The link of one coordinate, or why the lemma does not hold for it. */
function link(start: Start, i: number): Link | Reason {
  const u = start.u[i]!;
  if (start.form === 'product') {
    const v = start.v[i]!;
    const [up, down] = [square(Q.add(u, v)), square(Q.sub(u, v))].map((s) => Q.div(s, whole(4)));
    return up!.num === 0n || down!.num === 0n
      ? 'the sign of w can not change'
      : { kind: 'exponential', up: up!, down: down! };
  }
  const v = start.form === 'difference' ? start.v[i]! : undefined;
  if (u.num === 0n || v?.num === 0n) return 'a factor starts at 0';
  if (v && start.depth === 2) return { kind: 'exponential', up: square(u), down: square(v) };
  if (u.num < 0n || (v && v.num < 0n)) return 'a factor does not start positive';
  if (start.depth === 2) return { kind: 'exponential', up: square(u), down: Q.ZERO };
  const [p, e] = [Q.rational(start.depth, start.depth - 2), 2 - start.depth];
  return { kind: 'power', p, a: Q.pow(u, e), b: v && Q.pow(v, e) };
}

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

/** Some x > 0 with Xx = y, exactly: the largest t ≤ 1 with x ≥ t. */
export function hasPositiveInterpolator(x: Matrix, y: Vector): 'yes' | 'no' | 'undecided' {
  const d = x[0]?.length ?? 0;
  const rows = x.map((row) => [...row, row.reduce(Q.add, Q.ZERO), Q.ZERO]);
  const cap = Array.from({ length: d + 2 }, (_, j) => (j >= d ? Q.ONE : Q.ZERO));
  const cost = Array.from({ length: d + 2 }, (_, j) => (j === d ? whole(-1) : Q.ZERO));
  const answer = minimize({ a: [...rows, cap], b: [...y, Q.ONE], c: cost });
  if (answer.kind === 'infeasible') return 'no';
  return answer.kind === 'optimal' ? (answer.value.num < 0n ? 'yes' : 'no') : 'undecided';
}

const LIMIT_LADDER: readonly number[] = [128, 256, 512, 1024, 2048];

function sizes({ x, y, start }: FlowProblem): void {
  const d = start.u.length;
  const v = start.form === 'power' ? d : start.v.length;
  if (x.length !== y.length || x.some((row) => row.length !== d) || v !== d)
    throw new RangeError(`rows of ${d} entries, ${x.length} targets and two factors of one length are wanted`);
  if (start.form !== 'product' && !(Number.isInteger(start.depth) && start.depth >= 2))
    throw new RangeError(`a whole depth of at least 2 is wanted, found ${start.depth}`);
}

/** Where the flow goes, as an enclosure of every coordinate. Throws on misuse only (sizes, depth). */
export function flowLimit(problem: FlowProblem, options: LimitOptions = {}): Limit {
  sizes(problem);
  if (problem.dynamics !== 'gradient flow') return undecided('not a gradient flow');
  if (problem.loss !== 'squares') return undecided('not the squared loss');
  const { start } = problem;
  const system = independentSystem(problem.x, problem.y);
  if (system === undefined) return undecided('y is not in the range of X');
  const moving = start.u.map((_, i) => i).filter((i) => system.a.some((row) => row[i]!.num !== 0n));
  const links = moving.map((i) => link(start, i));
  for (const l of links) if (typeof l === 'string') return undecided(l);
  const x = system.a.map((row) => moving.map((i) => row[i]!));
  if (start.form === 'power') {
    const positive = hasPositiveInterpolator(x, system.b);
    if (positive !== 'yes') return undecided(positive === 'no' ? 'no strictly positive interpolator' : 'not proved');
  }
  const w0 = initial(start);
  const still = equalVectors(times(system.a, w0), system.b);
  const task: Task = { x, y: system.b, links: links as readonly Link[], from: moving.map((i) => w0[i]!) };
  const found = still
    ? { kind: 'enclosed' as const, w: task.from.map(dyadic(128).rational), bits: 128 }
    : climb(task, options);
  if (found.kind === 'undecided') return found;
  const frozen = w0.map((q) => dyadic(found.bits).rational(q));
  return { ...found, w: frozen.map((q, i) => (moving.includes(i) ? found.w[moving.indexOf(i)]! : q)) };
}

interface Task {
  readonly x: Matrix;
  readonly y: Vector;
  readonly links: readonly Link[];
  readonly from: Vector;
}

function climb(task: Task, options: LimitOptions): Limit {
  const system = dualSystem(task.x, task.y, task.links);
  let lambda: readonly Float[] = task.x.map(() => F.ZERO);
  let best: Limit | undefined;
  let reached = false;
  for (const bits of options.ladder ?? LIMIT_LADDER) {
    const search = approach(system, task, lambda, bits);
    [lambda, reached] = [search.lambda, search.settled];
    const box = search.settled ? proveNear(system, lambda, bits) : undefined;
    if (!box) continue;
    const w = primal(task, box, bits);
    if (!w.every(proper)) continue;
    best = { kind: 'enclosed', w, bits };
    if (narrow(w, task.from, options.relativeBits ?? 40)) return best;
  }
  return best ?? undecided(reached ? 'not proved' : 'no solution found');
}

function primal(task: Task, lambda: Box, bits: number): readonly Dyadic[] {
  const a = dyadic(bits);
  const rows = task.x.map((row) => row.map(a.rational));
  return task.links.map((l, i) => linkOver(a, l)(dual(a, rows, lambda, i)).value);
}

/** Every coordinate narrow relatively, or far narrower than the largest where it may be 0. */
function narrow(w: readonly Dyadic[], from: Vector, bits: number): boolean {
  const tops = [...w.flatMap((x) => [F.top(x.lo), F.top(x.hi)]), ...from.map((q) => F.top(F.ofRational(q, 53, true)))];
  const largest = Math.max(...tops);
  return w.every((x) => relativeWidth(x) <= -bits || F.top(width(x)) <= largest - bits - 64);
}

const ROUNDS = 400;
const HALVINGS = 60;

interface Search {
  readonly lambda: readonly Float[];
  readonly settled: boolean;
}

/** Damped Newton on the convex dual, in points of that precision. Proposes, proves nothing. */
function approach(system: System, task: Task, from: readonly Float[], bits: number): Search {
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
