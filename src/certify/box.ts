/**
 * A claim on its whole domain: boxes of parameters, subdivided until every conclusion is certain in each.
 *
 * Trusted for `certified`. Trusts cell.ts (the ways in which a sign is certain on a box), and the kernel for equations and
 * for conclusions that follow from what the claim lets boxes certify instead (`boxes`, such as a factored margin). Cells
 * on which an assumption certainly fails, or that lie in a declared `tight` neighbourhood, are left out; the latter is said.
 * Cost: cells × (size of the gradient's tape); dozens of cells where margins are clear, the budget where they touch zero.
 */

import { coordinates } from '../claim/domains.ts';
import { contexts, kernelTerm } from '../claim/goals.ts';
import type { Declared, Instance, Said } from '../claim/instance.ts';
import { relation } from '../claim/prove.ts';
import { proveInstance } from '../claim/replay.ts';
import { combine } from '../expr/expr.ts';
import type { Logic } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { postorder, type Term } from '../expr/term.ts';
import { eq, le, lt } from '../kernel/index.ts';
import { interval } from '../number/interval.ts';
import type { Rational } from '../number/rational.ts';
import { type Aim, type Box, enclosure, failsInside, free, type Meter, type Proof, shown } from './cell.ts';

export type { Box, Proof } from './cell.ts';

/** 0 ≤ margin, or 0 < margin. */
export interface Bound {
  readonly margin: Term;
  readonly strict: boolean;
  readonly sides: readonly [Term, Term];
}
/** Bounds that hold wherever the assumed ones do, outside of the left-out ones. */
export interface BoxGoal {
  readonly assumed: readonly Bound[];
  readonly shown: Bound;
  /** Each a list of bounds: where all of one hold, nothing is shown. */
  readonly leftOut: readonly (readonly Bound[])[];
}
export type CellProof = Proof | { readonly by: 'excluded' | 'tight'; readonly which: number };
export type Way = CellProof['by'];
/** In one word: a face is named after what was shown on it, unless that was its enclosure. */
export const wayOf = (p: CellProof): Way => (p.by === 'face' && p.there.by !== 'natural' ? p.there.by : p.by);
export interface Cell {
  readonly box: Box;
  readonly proof: CellProof;
}
export type BoxResult =
  | { readonly kind: 'certified'; readonly cells: readonly Cell[] }
  | { readonly kind: 'undecided'; readonly reason: string; readonly cells: number };

const certainly = (aim: Aim, b: Bound, box: Box, holds: boolean): boolean => {
  const v = enclosure(aim, b.margin, box);
  if (holds) return v.defined === 'yes' && (b.strict ? v.lo > 0 : v.lo >= 0);
  return v.defined === 'no' || (v.defined === 'yes' && (b.strict ? v.hi <= 0 : v.hi < 0));
};

function cellProof(aim: Aim, goal: BoxGoal, box: Box): CellProof | undefined {
  const failed = goal.assumed.findIndex((a) => certainly(aim, a, box, false));
  if (failed >= 0) return { by: 'excluded', which: failed };
  const out = goal.leftOut.findIndex((all) => all.every((b) => certainly(aim, b, box, true)));
  return out >= 0 ? { by: 'tight', which: out } : shown(aim, box);
}

/** Fails at a point where all assumptions hold and nothing is left out: the box can't be certified. */
function refutes(aim: Aim, goal: BoxGoal, box: Box): boolean {
  if (!failsInside(aim, box)) return false;
  const c = box.lo.map((lo, i) => lo + (box.hi[i]! - lo) / 2);
  const point = { lo: c, hi: c };
  return (
    goal.assumed.every((a) => certainly(aim, a, point, true)) &&
    goal.leftOut.every((all) => all.some((b) => certainly(aim, b, point, false)))
  );
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

/** Limits of one goal: cells, and operations on intervals (an operation on dyadics counts as forty). */
export interface BoxOptions {
  readonly cells?: number;
  readonly operations?: number;
}
/** For a claim that asks for boxes: a minute. */
export const ASKED: BoxOptions = { cells: 100_000, operations: 1e9 };
/** What each goal of an instance may cost in a check; the default of operations is a second or two. */
export const effortFor = (i: Instance): BoxOptions => (i.boxes ? ASKED : { cells: 500 });

/** Shows one goal on a box by subdivision, depth first. The same on every machine. Never throws. */
export function certifyGoal(
  variables: readonly Term[],
  goal: BoxGoal,
  start: Box,
  options: BoxOptions = {},
): BoxResult {
  const { cells: budget = 4000, operations = 4e7 } = options;
  const meter: Meter = { spent: 0 };
  const aim: Aim = { variables, margin: goal.shown.margin, strict: goal.shown.strict, meter };
  const stack: Box[] = [start];
  const cells: Cell[] = [];
  for (let tried = 1; stack.length > 0; tried++) {
    if (tried > budget) return { kind: 'undecided', reason: `more than ${budget} cells`, cells: tried };
    if (meter.spent > operations)
      return { kind: 'undecided', reason: `more than ${operations} operations`, cells: tried };
    const box = stack.pop()!;
    const proof = attempt(() => cellProof(aim, goal, box));
    if (proof) cells.push({ box, proof });
    else {
      if (attempt(() => refutes(aim, goal, box)))
        return { kind: 'undecided', reason: 'it fails or touches zero at a point', cells: tried };
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

const bound = (lhs: Term, rhs: Term, strict: boolean): Bound => ({
  margin: combine('sub', rhs, lhs),
  strict,
  sides: [lhs, rhs],
});

/** Relations as bounds; undefined for what boxes can't show or use. */
function bounds(l: Logic, assumed: boolean): readonly Bound[] | undefined {
  if (l.kind === 'and') {
    const parts = l.parts.map((q) => bounds(q, assumed));
    return parts.every((q) => q !== undefined) ? parts.flat() : undefined;
  }
  if (l.kind !== 'relation') return assumed ? [] : undefined;
  if (l.relation === '<=' || l.relation === '<') return [bound(l.lhs, l.rhs, l.relation === '<')];
  return assumed ? [] : undefined;
}

/** What is left out around an equality case: a stated inequality, or |lhs − rhs| ≤ 1/1000 for an equation. */
const NEAR = T.num({ num: 1n, den: 1000n });
function neighbourhood(l: Logic): readonly Bound[] | undefined {
  if (l.kind === 'and') {
    const parts = l.parts.map(neighbourhood);
    return parts.every((q) => q !== undefined) ? parts.flat() : undefined;
  }
  if (l.kind !== 'relation' || l.relation === '!=') return undefined;
  if (l.relation !== '=') return [bound(l.lhs, l.rhs, l.relation === '<')];
  const gap = combine('sub', l.lhs, l.rhs);
  return [bound(gap, NEAR, false), bound(combine('sub', l.rhs, l.lhs), NEAR, false)];
}
const leftOutText = ({ logic, text }: Said): string =>
  logic.kind === 'relation' && logic.relation === '=' ? `${text} to within 1/1000` : text;

interface Goals {
  readonly boxes: readonly BoxGoal[];
  readonly equations: readonly (readonly [Term, Term])[];
}

/** The goals of an instance, when boxes can show all of it. An assumption that is left out makes the goal harder only. */
function goalsOf(i: Instance, statements: readonly Said[]): Goals | undefined {
  const assumed = i.assume.flatMap((s) => bounds(s.logic, true) ?? []);
  const leftOut = i.tight.flatMap((s) => {
    const all = neighbourhood(s.logic);
    return all ? [all] : [];
  });
  const boxes: BoxGoal[] = [];
  const equations: (readonly [Term, Term])[] = [];
  const take = (logic: Logic, more: readonly Bound[]): boolean => {
    if (logic.kind === 'and') return logic.parts.every((p) => take(p, more));
    if (logic.kind === 'implies') return take(logic.parts[1], [...more, ...(bounds(logic.parts[0], true) ?? [])]);
    if (logic.kind !== 'relation' || logic.relation === '!=') return false;
    if (logic.relation === '=') equations.push([logic.lhs, logic.rhs]);
    else boxes.push({ assumed: [...assumed, ...more], shown: bounds(logic, false)![0]!, leftOut });
    return true;
  };
  return statements.every((s) => take(s.logic, [])) ? { boxes, equations } : undefined;
}

/** A double at most q (or at least q); ±∞ where there is none. */
function outward(q: Rational, up: boolean): number {
  const v = interval.rational(q);
  return up ? v.hi : v.lo;
}

/** The box of all parameters, rounded outwards; undefined for domains that are not boxes, or not of doubles. */
function domainBox(reals: readonly Declared[]): Box | undefined {
  if (reals.some((r) => r.domain.form !== 'entries')) return undefined;
  const all = reals.flatMap((r) => coordinates(r.domain, r.shape));
  const box = { lo: all.map((c) => outward(c.lo, false)), hi: all.map((c) => outward(c.hi, true)) };
  return [...box.lo, ...box.hi].every(Number.isFinite) ? box : undefined;
}

/** One goal that was shown, with its cells; none where the kernel has it outright. */
export interface Shown {
  readonly goal: BoxGoal;
  readonly cells: readonly Cell[];
}
export type InstanceResult =
  | {
      readonly kind: 'certified';
      readonly variables: readonly Term[];
      readonly box: Box;
      readonly goals: readonly Shown[];
      /** Goals that need no boxes: the kernel shows them by identities and signs. */
      readonly byKernel: number;
      readonly cells: number;
      /** Neighbourhoods of equality cases that some cells were left out for. */
      readonly leftOut: readonly string[];
      /** User time of this process, in milliseconds. */
      readonly cpu: number;
    }
  | { readonly kind: 'undecided'; readonly reason: string };

const MOST_VARIABLES = 8;

/** The kernel has it without subdivision (identities, squares): boxes would never end there. */
function provedOutright(i: Instance, [a, b]: readonly [Term, Term], relate: typeof lt): boolean {
  const proof = attempt(() => {
    const [c, ...others] = contexts(i);
    return others.length > 0 ? undefined : relation(c!.given, relate(kernelTerm(a), kernelTerm(b)));
  });
  return proof !== undefined;
}

/** The conclusions follow from what the boxes certify: a derivation with those statements as further hypotheses. */
function follows(i: Instance, lemmas: readonly Said[]): string | undefined {
  const proof = proveInstance({ ...i, assume: [...i.assume, ...lemmas] });
  return typeof proof === 'string' ? `the conclusions do not follow from what boxes certify: ${proof}` : undefined;
}

function refusal(i: Instance, all: readonly BoxGoal[]): string | undefined {
  const variables = i.reals.flatMap((r) => r.variables);
  if (variables.length > MOST_VARIABLES) return `more than ${MOST_VARIABLES} parameters`;
  const known = new Set(variables);
  const loose = (t: Term): boolean =>
    postorder([t]).some((n) => n.op === 'quantity' || (n.op === 'var' && !known.has(n)));
  const far = all.some((g) => [g.shown, ...g.assumed, ...g.leftOut.flat()].some((b) => loose(b.margin)));
  return far ? 'a state far along a run' : undefined;
}

/** Every conclusion on the whole domain of the instance. */
export function certifyInstance(i: Instance, options: BoxOptions = {}): InstanceResult {
  const began = process.cpuUsage();
  const variables = i.reals.flatMap((r) => r.variables);
  const box = domainBox(i.reals);
  const lemmas = i.boxes ?? [];
  const wanted = goalsOf(i, lemmas.length > 0 ? lemmas : i.conclude);
  if (!box || !wanted) return { kind: 'undecided', reason: 'not a statement about a box' };
  const no = refusal(i, wanted.boxes) ?? (lemmas.length > 0 ? follows(i, lemmas) : undefined);
  if (no !== undefined) return { kind: 'undecided', reason: no };
  if (!wanted.equations.every((e) => provedOutright(i, e, eq)))
    return { kind: 'undecided', reason: 'an equation that is not an identity' };
  const goals: Shown[] = [];
  let byKernel = wanted.equations.length;
  for (const goal of wanted.boxes) {
    if (lemmas.length === 0 && provedOutright(i, goal.shown.sides, goal.shown.strict ? lt : le)) {
      byKernel++;
      continue;
    }
    const r = certifyGoal(variables, goal, box, options);
    if (r.kind === 'undecided') return r;
    goals.push({ goal, cells: r.cells });
  }
  const cells = goals.flatMap((g) => g.cells);
  const used = new Set(cells.flatMap(({ proof }) => (proof.by === 'tight' ? [proof.which] : [])));
  const usable = i.tight.filter((s) => neighbourhood(s.logic));
  return {
    kind: 'certified',
    variables,
    box,
    goals,
    byKernel,
    cells: cells.length,
    leftOut: usable.filter((_, k) => used.has(k)).map(leftOutText),
    cpu: process.cpuUsage(began).user / 1000,
  };
}
