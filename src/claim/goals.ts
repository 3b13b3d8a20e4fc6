/**
 * What a claim says, as propositions of the kernel: one goal for each conclusion, under the facts its domains give.
 *
 * Trusted for `proved` (a wrong goal would make a right theorem prove the wrong claim); trusts the kernel's meaning of its
 * propositions. |x| is √(x²), tan x is sin x/cos x, max and min are (a + b ± |a − b|)/2, a ≠ b is a − b ≠ 0. A hypothesis
 * with "or" makes a case of each of its parts. What the kernel can't say (a state far along a run) is refused with a reason.
 */

import type { RunNode } from '../dynamics/run.ts';
import type { Shape } from '../expr/expr.ts';
import type { Logic } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { eq, le, lt, type Motion, ne, type Relation, type Run, same, type Theorem } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import type { Coordinate, Domain } from './domains.ts';
import type { Declared, Instance, Said } from './instance.ts';

type Term = T.Term;
type Relations = readonly Relation[];

export type Goal =
  | { readonly kind: 'relation'; readonly given: Relations; readonly shows: Relation }
  | {
      readonly kind: 'always';
      readonly given: Relations;
      readonly run: Run;
      readonly holds: Relations;
      readonly stage: 'state' | 'step';
    }
  | { readonly kind: 'along'; readonly given: Relations; readonly motion: Motion; readonly holds: Relations };

/** The kernel can't state it; the message says what. */
export class Unstatable extends Error {}
const unstatable = (what: string): never => {
  throw new Unstatable(what);
};

const zero = T.whole(0);
const UNKNOWN: ReadonlySet<string> = new Set(['atan', 'pi', 'quantity']);

const absolute = (a: Term): Term => T.sqrt(T.pow(a, 2));
function inKernel(n: Term, args: readonly Term[]): Term {
  const [a, b] = args as [Term, Term];
  if (n.op === 'abs') return absolute(a);
  if (n.op === 'tan') return T.div(T.apply('sin', a), T.apply('cos', a));
  if (n.op === 'max') return T.div(T.add(T.add(a, b), absolute(T.sub(a, b))), T.whole(2));
  return n.op === 'min' ? T.div(T.sub(T.add(a, b), absolute(T.sub(a, b))), T.whole(2)) : T.rebuild(n, args);
}

/** The same formula in the kernel's functions. */
export function kernelTerm(t: Term): Term {
  const done = new Map<Term, Term>();
  for (const n of T.postorder([t])) {
    if (UNKNOWN.has(n.op)) unstatable(n.op === 'quantity' ? 'a state far along a run or a flow' : n.op);
    const args = n.args.map((a) => done.get(a)!);
    done.set(n, inKernel(n, args));
  }
  return done.get(t)!;
}

function relationOf(l: Extract<Logic, { kind: 'relation' }>): Relation {
  const [a, b] = [kernelTerm(l.lhs), kernelTerm(l.rhs)];
  if (l.relation === '!=') return b === zero ? ne(a, b) : ne(T.sub(a, b), zero);
  return l.relation === '=' ? eq(a, b) : l.relation === '<' ? lt(a, b) : le(a, b);
}

/** A conjunction of relations as a list. */
export function conjuncts(l: Logic): Relations {
  if (l.kind === 'relation') return [relationOf(l)];
  return l.kind === 'and'
    ? l.parts.flatMap(conjuncts)
    : unstatable(`"${l.kind}" inside a hypothesis or a statement about a run`);
}

const MOST_CASES = 64;
const combined = (a: readonly Relations[], b: readonly Relations[]): readonly Relations[] =>
  a.length * b.length > MOST_CASES
    ? unstatable(`more than ${MOST_CASES} cases of the hypotheses`)
    : a.flatMap((ps) => b.map((qs) => [...ps, ...qs]));
/** The cases of a hypothesis: it says that all relations of one of these lists hold. */
function alternatives(l: Logic): readonly Relations[] {
  if (l.kind === 'and') return l.parts.map(alternatives).reduce(combined);
  return l.kind === 'or' ? l.parts.flatMap(alternatives) : [conjuncts(l)];
}

/** Facts true of every number of a coordinate's interval, the sign among them in the form rules look for. */
function intervalFacts(x: Term, c: Coordinate): Relations {
  const [lo, hi] = [T.num(c.lo), T.num(c.hi)];
  const facts = [c.loOpen ? lt(lo, x) : le(lo, x), c.hiOpen ? lt(x, hi) : le(x, hi)];
  const above = Q.sign(c.lo) > 0 || (Q.sign(c.lo) === 0 && c.loOpen);
  if (above) facts.push(lt(zero, x));
  if (Q.sign(c.lo) >= 0) facts.push(le(zero, x));
  const below = Q.sign(c.hi) < 0 || (Q.sign(c.hi) === 0 && c.hiOpen);
  if (above || below) facts.push(ne(x, zero));
  return [...facts, ...gridFacts(x, c)];
}

/** Two-valued domains satisfy a quadratic equation: x² = 1 for signs, x² = x for 0/1. */
function gridFacts(x: Term, c: Coordinate): Relations {
  if (!c.step || !Q.equal(Q.add(c.lo, c.step), c.hi)) return [];
  if (Q.sign(c.lo) === 0 && Q.equal(c.hi, Q.ONE)) return [eq(T.pow(x, 2), x)];
  return Q.equal(c.lo, Q.rational(-1)) && Q.equal(c.hi, Q.ONE) ? [eq(T.pow(x, 2), T.whole(1))] : [];
}

const total = (ts: readonly Term[]): Term => ts.reduce((a, b) => T.add(a, b));

function domainFacts({ domain, shape, variables }: Declared): Relations {
  if (domain.form === 'entries') return variables.flatMap((x) => intervalFacts(x, domain.of));
  if (domain.form === 'unit') return [eq(total(variables.map((x) => T.pow(x, 2))), T.whole(1))];
  return orthogonalFacts(domain, shape, variables);
}

/** A squared length, where the lengths are in an interval of numbers ≥ 0. */
const lengthFacts = (square: Term, c: Coordinate): Relations =>
  Q.sign(c.lo) < 0
    ? []
    : intervalFacts(square, { ...c, lo: Q.mul(c.lo, c.lo), hi: Q.mul(c.hi, c.hi), step: undefined });

function orthogonalFacts(domain: Domain, { rows, columns }: Shape, x: readonly Term[]): Relations {
  const dot = (i: number, j: number): Term =>
    total(Array.from({ length: columns }, (_, k) => T.mul(x[i * columns + k]!, x[j * columns + k]!)));
  const pairs = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: i }, (_k, j) => eq(dot(i, j), zero)),
  ).flat();
  if (domain.form === 'orthogonalRows')
    return [...pairs, ...Array.from({ length: rows }, (_, i) => lengthFacts(dot(i, i), domain.of)).flat()];
  return [...pairs, ...Array.from({ length: rows }, (_, i) => eq(dot(i, i), T.whole(1)))];
}

/** What an instance assumes of its parameters, and of each step of each run. */
export interface Context {
  readonly given: Relations;
  readonly each: (run: number) => Relations;
}

/** One for each case of the hypotheses; at every point where the hypotheses hold, so does what one of them assumes. */
export function contexts(i: Instance): readonly Context[] {
  const top = i.assume.filter((s) => s.logic.kind !== 'always').map((s) => alternatives(s.logic));
  const steps = i.assume.flatMap((s) => (s.logic.kind === 'always' ? [s.logic] : []));
  return top.reduce(combined, [[]]).map((assumed) => ({
    given: [...i.reals.flatMap(domainFacts), ...assumed],
    each: (run) => [
      ...i.inputs.flatMap(domainFacts),
      ...steps.filter((a) => a.run === run).flatMap((a) => conjuncts(a.body)),
    ],
  }));
}

/** Does anything but the clock itself mention the clock? Runs that don't are stated without it. */
export const inputTerms = (i: Instance): readonly Term[] => i.inputs.flatMap((d) => d.variables);

/** The run of the kernel's statements: state and clock, inputs, start, step. */
export function kernelRun(i: Instance, node: RunNode, each: Relations): Run {
  return {
    state: [...node.variables, node.clock],
    inputs: inputTerms(i),
    start: [...node.start.map(kernelTerm), zero],
    each,
    step: [...node.step.map(kernelTerm), T.add(node.clock, T.whole(1))],
  };
}
export function kernelMotion(i: Instance, node: RunNode, each: Relations): Motion {
  return {
    state: [...node.variables, node.clock],
    inputs: inputTerms(i),
    start: [...node.start.map(kernelTerm), zero],
    each,
    field: [...node.step.map(kernelTerm), T.whole(1)],
  };
}

function goalOf(i: Instance, l: Logic, c: Context): readonly Goal[] {
  if (l.kind === 'relation') return [{ kind: 'relation', given: c.given, shows: relationOf(l) }];
  if (l.kind === 'and') return l.parts.flatMap((p) => goalOf(i, p, c));
  if (l.kind === 'implies') {
    return alternatives(l.parts[0]).flatMap((more) => goalOf(i, l.parts[1], { ...c, given: [...c.given, ...more] }));
  }
  if (l.kind === 'iff') {
    const [a, b] = l.parts;
    return [
      { ...l, kind: 'implies', parts: [a, b] } as const,
      { ...l, kind: 'implies', parts: [b, a] } as const,
    ].flatMap((p) => goalOf(i, p, c));
  }
  if (l.kind !== 'always') return unstatable('"or" in a conclusion');
  const node = i.runs[l.run]!;
  const each = c.each(l.run);
  const holds = conjuncts(l.body);
  if (node.kind === 'flow') return [{ kind: 'along', given: c.given, motion: kernelMotion(i, node, each), holds }];
  return [{ kind: 'always', given: c.given, run: kernelRun(i, node, each), holds, stage: l.stage }];
}

/** One or more goals for each conclusion, in one case of the hypotheses. Throws Unstatable. */
export const goalsIn = (i: Instance, c: Context): readonly Goal[] =>
  i.conclude.flatMap((s: Said) => goalOf(i, s.logic, c));
/** Those of all cases; all of them together are the claim at these sizes. */
export const goals = (i: Instance): readonly Goal[] => contexts(i).flatMap((c) => goalsIn(i, c));

const subset = (a: Relations, b: Relations): boolean => a.every((p) => b.some((q) => same(p, q)));
const list = (a: readonly Term[], b: readonly Term[]): boolean =>
  a.length === b.length && a.every((t, k) => t === b[k]);

interface Bound {
  readonly state: readonly Term[];
  readonly inputs: readonly Term[];
  readonly start: readonly Term[];
  readonly each: Relations;
}
/** The same run but for assumptions: a theorem that assumes less of each step says more. */
const sameRun = (p: Bound, q: Bound): boolean =>
  list(p.state, q.state) && list(p.inputs, q.inputs) && list(p.start, q.start) && subset(p.each, q.each);

/** Does the theorem say what the goal says, or more? Compared term by term, never by name or printed text. */
export function proves(theorem: Theorem, goal: Goal): boolean {
  const { given, shows } = theorem.statement;
  if (!subset(given, goal.given)) return false;
  if (goal.kind === 'relation') return shows.kind === 'relation' && same(shows, goal.shows);
  if (goal.kind === 'always')
    return (
      shows.kind === 'always' &&
      sameRun(shows, goal.run) &&
      list(shows.step, goal.run.step) &&
      (shows.stage === 'state' || goal.stage === 'step') &&
      subset(goal.holds, shows.holds)
    );
  if (shows.kind !== 'along') return false;
  const relations = shows.holds.filter((q): q is Relation => q.kind === 'relation');
  return sameRun(shows, goal.motion) && list(shows.field, goal.motion.field) && subset(goal.holds, relations);
}
