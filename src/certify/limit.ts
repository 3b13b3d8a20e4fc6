/**
 * Limits of gradient flows on diagonal networks, enclosed by the flow lemma (docs/limits.md).
 *
 * The lemma: ẇ = −diag(1/φᵢ''(wᵢ))·∇L(w), L = c·½‖Xw − y‖² with y in the range of X. Then w converges, Xw_∞ = y, and
 * ∇φ(w_∞) − ∇φ(w₀) is in the range of Xᵀ; w_∞ is the only such point. With wᵢ = hᵢ(sᵢ), s = Xᵀλ, hᵢ the inverse of
 * φᵢ' − φᵢ'(w₀ᵢ), that is the system X·h(Xᵀλ) = y, whose zero Krawczyk's test proves. Its conditions are checked exactly:
 * y in the range (rows that depend on others are dropped first), no degenerate start, and for x = u^L a strictly
 * positive interpolator. A column that is 0 leaves its coordinate where it starts. Anything else is `undecided`.
 *
 * Trusts linear.ts, simplex.ts' certificates, and the proof in dual.ts. Milliseconds a problem.
 */
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic, relativeWidth } from '../number/dyadic.ts';
import * as Q from '../number/rational.ts';
import { approach, type Link, proveDual, type Task } from './dual.ts';
import { width } from './krawczyk.ts';
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
  /** w_∞; s = Xᵀλ with w_∞ = h(s), the multiple of ∇φ(w_∞) − ∇φ(w₀) named in dual.ts; the precision that sufficed. */
  | {
      readonly kind: 'enclosed';
      readonly w: readonly Dyadic[];
      readonly dual: readonly Dyadic[];
      readonly bits: number;
    }
  | { readonly kind: 'undecided'; readonly reason: Reason };

export interface LimitOptions {
  /** Relative width asked for, as a power of two: 40 is 10⁻¹². */
  readonly relativeBits?: number;
  readonly ladder?: readonly number[];
}

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

const at = (bits: number) => dyadic(bits).rational;
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
    ? { kind: 'enclosed' as const, w: task.from.map(at(128)), dual: task.from.map(() => at(128)(Q.ZERO)), bits: 128 }
    : climb(task, options);
  if (found.kind === 'undecided') return found;
  const spread = (part: readonly Dyadic[], rest: Vector): readonly Dyadic[] =>
    rest.map((q, i) => (moving.includes(i) ? part[moving.indexOf(i)]! : at(found.bits)(q)));
  const zeros = w0.map(() => Q.ZERO);
  return { ...found, w: spread(found.w, w0), dual: spread(found.dual, zeros) };
}

function climb(task: Task, options: LimitOptions): Limit {
  let lambda: readonly Float[] = task.x.map(() => F.ZERO);
  let best: Limit | undefined;
  let reached = false;
  for (const bits of options.ladder ?? LIMIT_LADDER) {
    const search = approach(task, lambda, bits);
    [lambda, reached] = [search.lambda, search.settled];
    const solved = search.settled ? proveDual(task, lambda, bits) : undefined;
    if (!solved) continue;
    best = { kind: 'enclosed', w: solved.w, dual: solved.s, bits };
    if (narrow(solved.w, task.from, options.relativeBits ?? 40)) return best;
  }
  return best ?? undecided(reached ? 'not proved' : 'no solution found');
}

/** Every coordinate narrow relatively, or far narrower than the largest where it may be 0. */
function narrow(w: readonly Dyadic[], from: Vector, bits: number): boolean {
  const tops = [...w.flatMap((x) => [F.top(x.lo), F.top(x.hi)]), ...from.map((q) => F.top(F.ofRational(q, 53, true)))];
  const largest = Math.max(...tops);
  return w.every((x) => relativeWidth(x) <= -bits || F.top(width(x)) <= largest - bits - 64);
}
