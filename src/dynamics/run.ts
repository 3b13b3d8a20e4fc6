/**
 * Runs and flows as data: start, step (or field), observables, loss, all as terms over bound symbols. Loops stay loops.
 *
 * Untrusted. A run's callbacks are called once, with symbols. Only states at a step beyond the third, and states of a
 * flow, are leaves (`quantity`); everything else at a moment is a formula of the state there.
 */
import { ClaimError, callSite } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { gradient } from '../expr/gradient.ts';
import { guarded } from '../expr/names.ts';
import { atom, type Notation, notationLatex, notationText } from '../expr/notation.ts';
import { checkStatement, relations, type Statement, statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import type { LossParts } from '../model/losses.ts';
import type { SolvedQuestion } from './solved.ts';

type Expr = E.Expr;
type Term = T.Term;
export type Exprs = { readonly [name: string]: Expr };
/** Everything with a name at one moment of a run. */
export type Moment<K extends string> = { readonly [N in K | 't']: Expr };

/** A formula or field of a run as its author wrote it, for people. */
export interface Written {
  readonly role: 'start' | 'loss' | 'step size' | 'next' | 'rate' | 'observe' | 'sum';
  readonly name: string;
  readonly text: string;
  readonly latex: string;
}
export const writtenAs = (role: Written['role'], name: string, e: Expr): Written => ({
  role,
  name,
  text: notationText(e.notation),
  latex: notationLatex(e.notation),
});

/** One run of an instance. State entries (then sums or integrals) are flat; `variables[i]` names entry i. */
export interface RunNode {
  readonly id: number;
  readonly kind: 'map' | 'flow';
  readonly variables: readonly Term[];
  readonly start: readonly Term[];
  /** Next state for a map, time derivative for a flow. */
  readonly step: readonly Term[];
  readonly clock: Term;
  readonly state: readonly { readonly name: string; readonly shape: E.Shape; readonly sum: boolean }[];
  readonly observables: readonly { readonly name: string; readonly shape: E.Shape; readonly terms: readonly Term[] }[];
  readonly loss: Term | undefined;
  readonly lossParts: LossParts | undefined;
  /** Descent only: the step size, and ∂loss/∂(variable) for the state entries that are not sums. */
  readonly descent: { readonly eta: Term; readonly gradient: readonly Term[] } | undefined;
  readonly steps: number | undefined;
  /** Steps (maps) or times (flows) at which a quantity is asked for. */
  readonly moments: Term[];
  /** Steps of a map that are asked for by number, those of at most 3 among them. */
  readonly asked?: number[];
  readonly written?: readonly Written[];
}

/** What is declared while an instance is being built. */
export interface Session {
  readonly runs: RunNode[];
  readonly inputs: ReadonlySet<Term>;
  readonly symbols: ReadonlyMap<string, readonly Term[]>;
  /** Formulas taken from a fixed moment (run.at(0).u and the like): these may stand in any callback. */
  readonly fixed: Set<Term>;
  /** Questions about finite systems and games; each answer is a quantity of that name. */
  readonly finite: FiniteQuestion[];
  /** Quantities that need a solver; each entry of an answer is a quantity of its name. */
  readonly solved: SolvedQuestion[];
}
/** What engines of their own answer at exact points; the rest of it is theirs. */
export interface FiniteQuestion {
  readonly kind: 'quantized' | 'game';
  readonly name: string;
}
let current: Session | undefined;

/** Runs `f` with a fresh session; runs made outside of one are refused. */
export function inSession<A>(session: Session, f: () => A): A {
  const outer = current;
  current = session;
  try {
    return f();
  } finally {
    current = outer;
  }
}
export function session(): Session {
  if (!current) throw new ClaimError('a run inside where, assume or conclude of a claim', 'one outside');
  return current;
}

export const usesInputs = (terms: readonly Term[]): boolean => {
  const { inputs } = session();
  return T.postorder(terms).some((t) => inputs.has(t));
};

function symbolEntries(name: string, shape: E.Shape): readonly Term[] {
  const count = shape.rows * shape.columns;
  if (shape.kind === 'scalar') return [T.variable(name)];
  const index = (e: number): string =>
    shape.kind === 'matrix' ? `${Math.floor(e / shape.columns)},${e % shape.columns}` : `${e}`;
  return Array.from({ length: count }, (_, e) => T.variable(`${name}[${index(e)}]`));
}
/** A symbol of the given shape whose entries are variables named name, name[i] or name[i,j]. */
export const symbol = (prefix: string, name: string, shape: E.Shape): Expr =>
  new E.Expr(shape, symbolEntries(`${prefix}${name}`, shape), atom(name));

const RESERVED = new Set(['t', 'loss', 'next', 'rate']);

export function checkRecord(x: unknown, where: string): [string, Expr][] {
  if (typeof x !== 'object' || x === null) throw new ClaimError(`an object of formulas in ${where}`, typeof x);
  return Object.entries(x).map(([name, e]: [string, unknown]) => {
    if (!E.isExpr(e))
      throw new ClaimError(`a formula for ${name} in ${where}`, e === undefined ? 'undefined' : typeof e);
    if (RESERVED.has(name) || !/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
      throw new ClaimError(`a name (letters and digits, not ${[...RESERVED].join(', ')}) in ${where}`, `"${name}"`);
    return [name, e];
  });
}

/** Every term below the given ones, not looking inside what was taken from a fixed moment. */
function written(body: readonly Term[], fixed: ReadonlySet<Term>): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const stack = [...body];
  for (let t = stack.pop(); t; t = stack.pop()) {
    if (seen.has(t) || fixed.has(t)) continue;
    seen.add(t);
    stack.push(...t.args);
  }
  return seen;
}

/** A symbol that is the start of a state of the same name must not stand in a callback of the run. */
export function refuseOuterSymbols(starts: readonly [string, Expr][], body: readonly Term[]): void {
  const { symbols, fixed } = session();
  const used = written(body, fixed);
  for (const [name, start] of starts) {
    const outer = symbols.get(name);
    if (!outer || !start.entries.every((t, i) => t === outer[i])) continue;
    if (outer.some((t) => used.has(t)))
      throw new ClaimError(
        `${name} from the callback's argument (the state), or run.at(0).${name}`,
        `the start ${name}`,
      );
  }
}

/** Everything with a name at the moment whose state entries are the given terms. `fixed`: formulas of the start. */
export function momentAt(
  run: RunNode,
  state: readonly Term[],
  clock: Term,
  when: Notation | string,
  fixed = false,
): Record<string, Expr> {
  const at = new Map<Term, Term>([...run.variables.map((v, i) => [v, state[i]!] as const), [run.clock, clock]]);
  const note = (name: string): Notation => ({ kind: 'moment', base: atom(name), when });
  const out: Record<string, Expr> = {};
  const lazy = (name: string, shape: E.Shape, terms: readonly Term[]): void => {
    Object.defineProperty(out, name, {
      enumerable: true,
      get: () => {
        const entries = terms.map((t) => T.substitute(t, at));
        if (fixed) for (const t of entries) session().fixed.add(t);
        if (when !== '' && when !== 'next' && usesInputs(entries))
          throw new ClaimError(`${name} at a moment without an input (use always)`, `an input in ${name}`);
        return new E.Expr(shape, entries, note(name));
      },
    });
  };
  let offset = 0;
  for (const { name, shape } of run.state) {
    const count = shape.rows * shape.columns;
    lazy(name, shape, run.variables.slice(offset, offset + count));
    offset += count;
  }
  for (const o of run.observables) lazy(o.name, o.shape, o.terms);
  if (run.loss) lazy('loss', E.SCALAR, [run.loss]);
  out.t = E.scalar(clock, note('t'));
  return guarded(out, 'at a moment of the run');
}

/** The moment of the bound symbols themselves: names print as they were declared. */
export function symbolicMoment(run: RunNode): Record<string, Expr> {
  const m = momentAt(run, run.variables, run.clock, '');
  const plain: Record<string, Expr> = {};
  for (const name of Object.keys(m))
    Object.defineProperty(plain, name, { enumerable: true, get: () => E.renamed(m[name]!, name) });
  return guarded(plain, 'at a moment of the run');
}

/** The state after k ≤ 3 steps from the start, as formulas. */
export function unrolled(run: RunNode, k: number): readonly Term[] {
  let state = run.start;
  for (let i = 0; i < k; i++) {
    const at = new Map<Term, Term>([...run.variables.map((v, j) => [v, state[j]!] as const), [run.clock, T.whole(i)]]);
    state = run.step.map((t) => T.substitute(t, at));
  }
  return state;
}

/** Leaves for the state at a step or time; the moment is registered with the run. */
export function leaves(run: RunNode, moment: Term): readonly Term[] {
  let index = run.moments.indexOf(moment);
  if (index < 0) index = run.moments.push(moment) - 1;
  return run.variables.map((_, i) => T.quantity(quantityName(run.id, index, i)));
}
export const quantityName = (run: number, moment: number, entry: number): string => `run${run}@${moment}#${entry}`;

/** What a moment has beyond its own values: the next moment of a map, the rates of a flow. */
export interface Beyond {
  readonly name: 'next' | 'rate';
  readonly moment: Record<string, Expr>;
}

/** A statement at every moment of the run. */
export function always(run: RunNode, body: (moment: never) => Statement, beyond: Beyond): Statement {
  const place = callSite();
  let mentionsNext = false;
  const moment = symbolicMoment(run);
  Object.defineProperty(moment, beyond.name, {
    enumerable: true,
    get: () => {
      mentionsNext = beyond.name === 'next';
      return beyond.moment;
    },
  });
  const said = checkStatement(body(moment as never), 'from always');
  const terms = [...relations(said.logic)].flatMap((r) => [r.lhs, r.rhs]);
  const starts = run.state.filter((s) => !s.sum).map((s) => [s.name, startOf(run, s.name)] as [string, Expr]);
  refuseOuterSymbols(starts, terms);
  const stage = mentionsNext || usesInputs(terms) ? 'step' : 'state';
  const logic = { kind: 'always', run: run.id, stage, body: said.logic } as const;
  return statement(logic, `always ${said.text}`, `\\forall t:\\ ${said.latex}`, place);
}

export function startOf(run: RunNode, name: string): Expr {
  let offset = 0;
  for (const s of run.state) {
    const count = s.shape.rows * s.shape.columns;
    if (s.name === name) return new E.Expr(s.shape, run.start.slice(offset, offset + count), atom(name));
    offset += count;
  }
  throw new ClaimError('a state of the run', name);
}

/** d(entry)/dt along the field, for every entry. */
export function rateTerms(run: RunNode, entries: readonly Term[]): readonly Term[] {
  return entries.map((t) => {
    const parts = gradient(t, [...run.variables, run.clock]);
    const speeds = [...run.step, T.whole(1)];
    const zero = T.whole(0);
    const terms = parts.flatMap((p, i) => (p === zero ? [] : [E.combine('mul', p, speeds[i]!)]));
    return E.sumTerms(terms);
  });
}
