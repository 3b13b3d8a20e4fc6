/**
 * Statements as margins on doubles: positive where they hold, negative where they fail. Search tier only.
 *
 * Margins of conclusions are shifted by what rounding may do to the last operations (tolerance·Σ|terms|), so a touching
 * zero is no candidate; assumptions are not shifted. `relative` is the same in units of Σ|terms|, between −1 and 2 but for
 * infinities, which makes small and large quantities comparable. Conjunctions fall apart into parts, each with its own.
 */
import type { Judge, Program } from '../claim/program.ts';
import * as T from '../expr/term.ts';

type Term = T.Term;
type Atom = Extract<Judge, { kind: 'atom' }>;
export type Margin = (sides: Float64Array) => number;

/** |terms| of lhs − rhs, summed: what rounding of the outermost sums is proportional to. */
function scaleOf(lhs: Term, rhs: Term): Term {
  const terms: Term[] = [];
  const flatten = (t: Term): void => {
    if (terms.length > 200) terms.push(t);
    else if (t.op === 'add' || t.op === 'sub') t.args.forEach(flatten);
    else if (t.op === 'neg') flatten(t.args[0]!);
    else terms.push(t);
  };
  flatten(lhs);
  flatten(rhs);
  return terms.map((t) => T.apply('abs', t)).reduce((a, b) => T.add(a, b));
}

/** [lhs, rhs, scale] of every relation. */
export const withScales = (sides: readonly Term[]): readonly Term[] =>
  Array.from({ length: sides.length / 2 }, (_, i) => [sides[2 * i]!, sides[2 * i + 1]!] as const).flatMap(([a, b]) => [
    a,
    b,
    scaleOf(a, b),
  ]);

type Mode = 'assume' | 'conclude' | 'negated';
const FLIP: { readonly [m in Mode]: Mode } = { assume: 'negated', conclude: 'negated', negated: 'conclude' };
const TINY = -1e-300;
const ROUNDING = 64 * 2 ** -53;
const INTEGRATION = 1e-7;
/** What solvers in doubles may be wrong by. */
const SOLVERS = 1e-9;
/** What the integrator's absolute tolerance may amount to in a flow's values. */
const INTEGRATION_FLOOR = 1e-10;

interface Units {
  readonly tolerance: number;
  readonly relative: boolean;
}

/** A number that stands for a strict relation's equality: a failure, as small as can be. */
const strict = (gap: number): number => (gap === 0 ? TINY : gap);

function atomMargin(j: Atom, mode: Mode, { tolerance, relative }: Units): Margin {
  const at = 3 * j.index;
  const exactGap = atomGap(j.relation, mode, at);
  const lenient = tolerance === INTEGRATION && mode !== 'assume';
  const gap: Margin = lenient ? (s) => exactGap(s) + INTEGRATION_FLOOR : exactGap;
  const loose = j.relation === '=' ? (mode === 'negated' ? 0 : tolerance) : mode === 'assume' ? 0 : tolerance;
  const shift = j.relation === '!=' && mode !== 'negated' ? 0 : loose;
  const touching = mode !== 'negated' && j.relation === '<' ? -shift : shift;
  if (!relative)
    return (s) => {
      const g = gap(s);
      return g + (g === TINY ? touching : shift) * s[at + 2]!;
    };
  return (s) => {
    const [g, scale] = [gap(s), s[at + 2]!];
    if (!(scale > 0) || g === TINY) return g + (g === TINY ? touching : shift);
    return g / scale + shift + (g > 0 && mode !== 'assume' ? opposite(s, j.relation, mode, at) / scale : 0);
  };
}

/**
 * Where the sides have opposite signs the gap in units of the terms is 1, however near the smaller side is to 0; its size
 * is added, so that there is a way down.
 */
function opposite(s: Float64Array, relation: Atom['relation'], mode: Mode, at: number): number {
  if (relation !== '<' && relation !== '<=') return 0;
  const [low, high] = mode === 'negated' ? [s[at + 1]!, s[at]!] : [s[at]!, s[at + 1]!];
  return low < 0 && high > 0 ? -low : 0;
}

function atomGap(relation: Atom['relation'], mode: Mode, at: number): Margin {
  const apart: Margin = (s) => Math.abs(s[at]! - s[at + 1]!);
  if (relation === '=') return mode === 'negated' ? (s) => strict(apart(s)) : (s) => -apart(s);
  if (relation === '!=') return mode === 'negated' ? (s) => -apart(s) : (s) => strict(apart(s));
  if (mode === 'negated') return (s) => s[at]! - s[at + 1]!;
  return relation === '<' ? (s) => strict(s[at + 1]! - s[at]!) : (s) => s[at + 1]! - s[at]!;
}

/** The least of the numbers where that is a failure; otherwise NaN when any is. */
const least =
  (list: readonly Margin[]): Margin =>
  (s) => {
    let [m, unknown] = [Infinity, false];
    for (const f of list) {
      const v = f(s);
      if (Number.isNaN(v)) unknown = true;
      else if (v < m) m = v;
    }
    return unknown && !(m < 0) ? NaN : m;
  };
/** The greatest of the numbers where that is a success; otherwise NaN when any is. */
const greatest =
  (list: readonly Margin[]): Margin =>
  (s) => {
    let [m, unknown] = [-Infinity, false];
    for (const f of list) {
      const v = f(s);
      if (Number.isNaN(v)) unknown = true;
      else if (v > m) m = v;
    }
    return unknown && !(m >= 0) ? NaN : m;
  };

/** Closures for everything below an `always` or at top level. */
function marginTree(j: Judge, mode: Mode, units: Units): Margin {
  const go = (p: Judge, m: Mode): Margin => marginTree(p, m, units);
  if (j.kind === 'atom') return atomMargin(j, mode, units);
  if (j.kind === 'always') throw new TypeError('an always at the top of a statement is wanted, found one inside');
  if (j.kind === 'and' || j.kind === 'or') {
    const parts = j.parts.map((p) => go(p, mode));
    return (j.kind === 'and') === (mode !== 'negated') ? least(parts) : greatest(parts);
  }
  const arrow = (a: Judge, b: Judge): Margin =>
    mode === 'negated' ? least([go(a, 'conclude'), go(b, 'negated')]) : greatest([go(a, FLIP[mode]), go(b, mode)]);
  const [a, b] = j.parts;
  if (j.kind === 'implies') return arrow(a, b);
  return (mode === 'negated' ? greatest : least)([arrow(a, b), arrow(b, a)]);
}

/** One statement without a conjunction on top: at top level (run −1), or at every moment of one run. */
export interface Watch {
  readonly role: 'assume' | 'conclude' | 'tight';
  /** The assumption or conclusion it is a part of. */
  readonly statement: number;
  /** Its number among the watches of its role. */
  readonly part: number;
  readonly run: number;
  readonly stage: 'state' | 'step';
  readonly margin: Margin;
  readonly relative: Margin;
}

type Draft = Omit<Watch, 'part'>;

function drafts(judges: readonly Judge[], role: Watch['role'], tolerance: (run: number) => number): Draft[] {
  const mode: Mode = role === 'assume' ? 'assume' : 'conclude';
  const one = (j: Judge, statement: number, run: number, stage: 'state' | 'step'): Draft[] => {
    if (j.kind === 'and') return j.parts.flatMap((p) => one(p, statement, run, stage));
    if (j.kind === 'always') return one(j.body, statement, j.run, j.stage);
    const tree = (relative: boolean): Margin => marginTree(j, mode, { tolerance: tolerance(run), relative });
    return [{ role, statement, run, stage, margin: tree(false), relative: tree(true) }];
  };
  return judges.flatMap((j, statement) => one(j, statement, -1, 'state'));
}

/** Everything a program says, in parts. */
export function watches(p: Program): readonly Watch[] {
  const followed = (r: Program['runs'][number]): boolean =>
    r.node.kind === 'flow' && (!p.instance.solved || r.node.moments.length + r.relations.length > 0);
  const anyFlow = p.runs.some(followed);
  const solved = p.instance.solved ? SOLVERS : ROUNDING;
  const tolerance = (run: number): number => ((run < 0 ? anyFlow : followed(p.runs[run]!)) ? INTEGRATION : solved);
  return (['assume', 'conclude', 'tight'] as const).flatMap((role) =>
    drafts(p[role], role, tolerance).map((d, part) => ({ ...d, part })),
  );
}
