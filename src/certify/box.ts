/**
 * A claim on its whole domain: boxes of parameters, subdivided until every conclusion is certain in each.
 *
 * Trusted for `certified`. Trusts tape.ts and the interval arithmetics. On a box a margin m ≥ 0 is shown by one of
 *   natural   its interval enclosure is ≥ 0;
 *   monotone  ∂m/∂xᵢ has a sign on the box (by enclosure, or shown the same way: the ladder e ≥ 0 because e(a) ≥ 0 and
 *             e' ≥ 0, to order 4), so that m is least on a face;
 *   mean      m(c) + ∇m·(X − c) ≥ 0;
 * and at a point by rising precision, exactly for ties. An equation is never certified. Cost: cells × (size of the
 * gradient's tape); dozens of cells where margins are clear, the budget where they touch zero in the interior.
 */

import { coordinates } from '../claim/domains.ts';
import { contexts, kernelTerm } from '../claim/goals.ts';
import type { Declared, Instance } from '../claim/instance.ts';
import { relation } from '../claim/prove.ts';
import { ClaimError } from '../expr/error.ts';
import { combine, negate } from '../expr/expr.ts';
import { gradient } from '../expr/gradient.ts';
import type { Logic } from '../expr/statement.ts';
import { postorder, type Term } from '../expr/term.ts';
import { le, lt } from '../kernel/index.ts';
import type { Arithmetic, Relation } from '../number/arithmetic.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Dyadic, dyadic, ofDoubles } from '../number/dyadic.ts';
import { exact } from '../number/exact.ts';
import { between, type Interval, interval } from '../number/interval.ts';
import type { Rational } from '../number/rational.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';

/** 0 ≤ margin, or 0 < margin. */
export interface Bound {
  readonly margin: Term;
  readonly strict: boolean;
  readonly sides: readonly [Term, Term];
}
/** Bounds that hold wherever the assumed ones do. */
export interface BoxGoal {
  readonly assumed: readonly Bound[];
  readonly shown: Bound;
}
export interface Box {
  readonly lo: readonly number[];
  readonly hi: readonly number[];
}
export type Method = 'natural' | 'monotone' | 'mean' | 'excluded';
export interface Cell {
  readonly box: Box;
  readonly method: Method;
}
export type BoxResult =
  | { readonly kind: 'certified'; readonly cells: readonly Cell[] }
  | { readonly kind: 'undecided'; readonly reason: string; readonly cells: number };

interface Problem {
  readonly variables: readonly Term[];
  readonly goal: BoxGoal;
}

const tapes = new WeakMap<Term, Tape>();
function tapeOf(variables: readonly Term[], t: Term): Tape {
  const found = tapes.get(t);
  if (found && found.inputs === variables.length) return found;
  const made = tape(variables, [t]);
  tapes.set(t, made);
  return made;
}
const slopes = new WeakMap<Term, readonly Term[] | null>();
/** Partial derivatives, or null where the term is not differentiable by rule. */
function slopesOf(variables: readonly Term[], t: Term): readonly Term[] | null {
  const found = slopes.get(t);
  if (found !== undefined && (found === null || found.length === variables.length)) return found;
  let made: readonly Term[] | null = null;
  try {
    made = gradient(t, variables);
  } catch (e) {
    if (!(e instanceof ClaimError || e instanceof RangeError)) throw e;
  }
  slopes.set(t, made);
  return made;
}

const enclosure = (p: Problem, t: Term, b: Box): Interval =>
  evaluate(
    interval,
    tapeOf(p.variables, t),
    b.lo.map((lo, i) => between(lo, b.hi[i]!)),
  )[0]!;
const fine: Arithmetic<Dyadic> = dyadic(212);

/** Wherever the double enclosure says nothing for want of precision, the same at 212 bits. */
function certainSign(p: Problem, t: Term, b: Box, strict: boolean): boolean {
  const v = enclosure(p, t, b);
  if (v.defined === 'yes' && (strict ? v.lo > 0 : v.lo >= 0)) return true;
  const width = v.hi - v.lo;
  if (v.defined !== 'yes' || v.hi < 0 || width > 1e-9) return false;
  const w = evaluate(
    fine,
    tapeOf(p.variables, t),
    b.lo.map((lo, i) => ofDoubles(lo, b.hi[i]!)),
  )[0]!;
  return fine.compare(strict ? '<' : '<=', fine.rational({ num: 0n, den: 1n }), w) === 'yes';
}

/** At one point: rising precision, then exact rationals. */
function atPoint(p: Problem, t: Term, x: readonly number[], strict: boolean): boolean {
  const relation: Relation = strict ? '<' : '<=';
  const at = x.map(ofNumber);
  const sure = <T>(A: Arithmetic<T>): boolean => {
    const [v] = evaluate(A, tapeOf(p.variables, t), at.map(A.rational));
    return A.compare(relation, A.rational({ num: 0n, den: 1n }), v!) === 'yes';
  };
  return sure(interval) || sure(dyadic(106)) || sure(dyadic(424)) || sure(exact);
}

const ORDER = 4;
const free = (b: Box): readonly number[] => b.lo.flatMap((lo, i) => (lo < b.hi[i]! ? [i] : []));
const pinned = (b: Box, i: number, x: number): Box => ({
  lo: b.lo.map((v, k) => (k === i ? x : v)),
  hi: b.hi.map((v, k) => (k === i ? x : v)),
});
const negation = negate;

/** Faces on which a term that is monotone in some variables is least; the box itself where none is known to be. */
function leastFace(p: Problem, t: Term, b: Box, order: number): Box {
  const d = slopesOf(p.variables, t);
  if (!d) return b;
  let face = b;
  for (const i of free(b)) {
    if (shownOn(p, d[i]!, face, false, order + 1)) face = pinned(face, i, face.lo[i]!);
    else if (shownOn(p, negation(d[i]!), face, false, order + 1)) face = pinned(face, i, face.hi[i]!);
  }
  return face;
}

/** m(c) + ∇m(X)·(X − c). */
function meanValue(p: Problem, t: Term, b: Box, strict: boolean): boolean {
  const d = slopesOf(p.variables, t);
  if (!d || enclosure(p, t, b).defined !== 'yes') return false;
  const c = b.lo.map((lo, i) => (lo === b.hi[i] ? lo : lo + (b.hi[i]! - lo) / 2));
  let sum = enclosure(p, t, { lo: c, hi: c });
  for (const i of free(b)) {
    const slope = enclosure(p, d[i]!, b);
    const away = interval.sub(between(b.lo[i]!, b.hi[i]!), between(c[i]!, c[i]!));
    sum = interval.add(sum, interval.mul(slope, away));
  }
  return sum.defined === 'yes' && (strict ? sum.lo > 0 : sum.lo >= 0);
}

/** Is 0 ≤ t (or <) certain everywhere on the box? Which way, or undefined. */
function method(p: Problem, t: Term, b: Box, strict: boolean, order: number): Method | undefined {
  if (free(b).length === 0) return atPoint(p, t, b.lo, strict) ? 'natural' : undefined;
  if (certainSign(p, t, b, strict)) return 'natural';
  if (order >= ORDER || enclosure(p, t, b).defined !== 'yes') return undefined;
  const face = leastFace(p, t, b, order);
  if (face !== b && method(p, t, face, strict, order) !== undefined) return 'monotone';
  return meanValue(p, t, b, strict) ? 'mean' : undefined;
}
const shownOn = (p: Problem, t: Term, b: Box, strict: boolean, order: number): boolean =>
  method(p, t, b, strict, order) !== undefined;

const certainlyFails = (p: Problem, a: Bound, b: Box): boolean => {
  const v = enclosure(p, a.margin, b);
  return v.defined === 'no' || (v.defined === 'yes' && (a.strict ? v.hi <= 0 : v.hi < 0));
};

function cellMethod(p: Problem, b: Box): Method | undefined {
  if (p.goal.assumed.some((a) => certainlyFails(p, a, b))) return 'excluded';
  return method(p, p.goal.shown.margin, b, p.goal.shown.strict, 0);
}

/** Halves along the widest side, relative to the numbers in it. */
function split(b: Box): readonly [Box, Box] | undefined {
  let [best, widest] = [-1, 0];
  for (const i of free(b)) {
    const [lo, hi] = [b.lo[i]!, b.hi[i]!];
    const width = (hi - lo) / (1e-3 + Math.min(Math.abs(lo), Math.abs(hi)));
    if (width > widest) [best, widest] = [i, width];
  }
  if (best < 0) return undefined;
  const [lo, hi] = [b.lo[best]!, b.hi[best]!];
  const middle = lo > 0 && hi > 8 * lo ? Math.sqrt(lo) * Math.sqrt(hi) : lo + (hi - lo) / 2;
  if (!(lo < middle && middle < hi)) return undefined;
  const put = (from: readonly number[]): number[] => from.map((v, i) => (i === best ? middle : v));
  return [
    { lo: b.lo, hi: put(b.hi) },
    { lo: put(b.lo), hi: b.hi },
  ];
}

export interface BoxOptions {
  readonly cells?: number;
  readonly milliseconds?: number;
}

/** Shows one goal on a box by subdivision, depth first. Never throws. */
export function certifyGoal(
  variables: readonly Term[],
  goal: BoxGoal,
  start: Box,
  options: BoxOptions = {},
): BoxResult {
  const { cells: budget = 4000, milliseconds = 4000 } = options;
  const p: Problem = { variables, goal };
  const began = performance.now();
  const stack: Box[] = [start];
  const cells: Cell[] = [];
  for (let tried = 1; stack.length > 0; tried++) {
    if (tried > budget) return { kind: 'undecided', reason: `more than ${budget} cells`, cells: tried };
    if (performance.now() - began > milliseconds) return { kind: 'undecided', reason: 'time', cells: tried };
    const box = stack.pop()!;
    const way = attempt(() => cellMethod(p, box));
    if (way) cells.push({ box, method: way });
    else {
      const halves = split(box);
      if (!halves) return { kind: 'undecided', reason: 'a cell that cannot be split', cells: tried };
      stack.push(halves[1], halves[0]);
    }
  }
  return { kind: 'certified', cells };
}

function attempt<A>(f: () => A): A | undefined {
  try {
    return f();
  } catch {
    return undefined;
  }
}

/** Relations as bounds; undefined for what boxes can't show or use. */
function bounds(l: Logic, assumed: boolean): readonly Bound[] | undefined {
  if (l.kind === 'and') {
    const parts = l.parts.map((q) => bounds(q, assumed));
    return parts.every((q) => q !== undefined) ? parts.flat() : undefined;
  }
  if (l.kind !== 'relation') return assumed ? [] : undefined;
  const margin = combine('sub', l.rhs, l.lhs);
  if (l.relation === '<=' || l.relation === '<') return [{ margin, strict: l.relation === '<', sides: [l.lhs, l.rhs] }];
  return assumed ? [] : undefined;
}

/** The goals of an instance, when boxes can show all of it. An assumption that is left out makes the goal harder only. */
function goalsOf(i: Instance): readonly BoxGoal[] | undefined {
  const assumed = i.assume.flatMap((s) => bounds(s.logic, true) ?? []);
  const out: BoxGoal[] = [];
  for (const { logic } of i.conclude) {
    const implied = logic.kind === 'implies';
    const more = implied ? (bounds(logic.parts[0], true) ?? []) : [];
    const shown = bounds(implied ? logic.parts[1] : logic, false);
    if (!shown) return undefined;
    out.push(...shown.map((b) => ({ assumed: [...assumed, ...more], shown: b })));
  }
  return out;
}

/** A double at most q (or at least q). */
function outward(q: Rational, up: boolean): number {
  const v = interval.rational(q);
  const end = up ? v.hi : v.lo;
  return Number.isFinite(end) ? end : Number.NaN;
}

/** The box of all parameters, rounded outwards; undefined for domains that are not boxes. */
function domainBox(reals: readonly Declared[]): Box | undefined {
  if (reals.some((r) => r.domain.form !== 'entries')) return undefined;
  const all = reals.flatMap((r) => coordinates(r.domain, r.shape));
  return { lo: all.map((c) => outward(c.lo, false)), hi: all.map((c) => outward(c.hi, true)) };
}

export type InstanceResult =
  | {
      readonly kind: 'certified';
      readonly cells: number;
      readonly milliseconds: number;
      /** The cells of each goal that needed any; sides in the order of the parameters. */
      readonly boxes: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'undecided'; readonly reason: string };

const MOST_VARIABLES = 8;

/** The kernel has it without subdivision (identities, squares): boxes would never end there. */
function provedOutright(i: Instance, { sides: [a, b], strict }: Bound): boolean {
  const proof = attempt(() => {
    const [l, r] = [kernelTerm(a), kernelTerm(b)];
    const [c, ...others] = contexts(i);
    return others.length > 0 ? undefined : relation(c!.given, strict ? lt(l, r) : le(l, r));
  });
  return proof !== undefined;
}

/** Every conclusion on the whole domain of the instance. */
export function certifyInstance(i: Instance, options: BoxOptions = {}): InstanceResult {
  const start = performance.now();
  const variables = i.reals.flatMap((r) => r.variables);
  const box = domainBox(i.reals);
  const wanted = goalsOf(i);
  if (!box || !wanted) return { kind: 'undecided', reason: 'not a statement about a box' };
  if (variables.length > MOST_VARIABLES) return { kind: 'undecided', reason: 'more than 8 parameters' };
  const known = new Set(variables);
  const loose = (t: Term): boolean =>
    postorder([t]).some((n) => n.op === 'quantity' || (n.op === 'var' && !known.has(n)));
  if (wanted.some((g) => [g.shown, ...g.assumed].some((b) => loose(b.margin))))
    return { kind: 'undecided', reason: 'a state far along a run' };
  const boxes: (readonly Cell[])[] = [];
  for (const goal of wanted) {
    if (provedOutright(i, goal.shown)) continue;
    const r = certifyGoal(variables, goal, box, options);
    if (r.kind === 'undecided') return r;
    boxes.push(r.cells);
  }
  const cells = boxes.reduce((n, b) => n + b.length, 0);
  return { kind: 'certified', cells, milliseconds: performance.now() - start, boxes };
}
