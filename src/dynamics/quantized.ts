/**
 * A run rounded to fixed point at every step, as data: what is asked of it, with a quantity that stands for each answer.
 *
 * Untrusted; decides nothing. The engines in quantized/ answer at exact points: a truth is 1 or 0, what can't be decided
 * has no value. A quantized run has no sums and does not look at the clock.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { atom } from '../expr/notation.ts';
import { checkStatement, type Logic, relations, type Statement, statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { format, isRounding, type Overflow, ROUNDINGS, type Rounding } from '../number/fixed.ts';
import * as R from './run.ts';

type Expr = E.Expr;
type Term = T.Term;

export interface QuantizedOptions<R extends Rounding | 'stochastic' = Rounding | 'stochastic'> {
  /** 'q4.8': 4 bits before the point, the sign among them, and 8 after. */
  readonly format: `q${number}.${number}`;
  readonly rounding: R;
  /** update: z − R(ηg/s); store: R(z − ηg/s), in grid steps s. */
  readonly rounds: 'update' | 'store';
  /** Keeps every state within ± that many grid steps. */
  readonly bound?: number;
  readonly overflow?: Overflow;
  /** The inputs of each step, by name; used in turn for ever: a fixed batch cycle. */
  readonly batches?: readonly { readonly [input: string]: Expr | number }[];
}

type Moment<K extends string> = R.Moment<K>;
type Predicate<K extends string> = (moment: Moment<K> & { readonly next: Moment<K> }) => Statement;
/** Everything here is about all time. */
export interface QuantizedRun<K extends string> {
  readonly at: (step: number) => Moment<K>;
  readonly always: (p: Predicate<K>) => Statement;
  readonly never: (p: Predicate<K>) => Statement;
  readonly reaches: (p: Predicate<K>) => Statement;
  /** It comes to rest. */
  readonly settles: () => Statement;
  /** The cycle it ends on: its period, the step at which it is entered, what holds on it. */
  readonly cycle: { readonly period: Expr; readonly entered: Expr; readonly always: (p: Predicate<K>) => Statement };
}
type Value = Expr | number;
export interface StochasticRun<K extends string> {
  /** Where it ends with probability one, from any state: these closed communicating classes and no others. */
  readonly closedClasses: (classes: readonly (readonly { readonly [state: string]: Value }[])[]) => Statement;
  /** Exact means of the states and of everything with a name. */
  readonly mean: (step: number) => Moment<K>;
}

export type Ask =
  | {
      readonly what: 'always' | 'never' | 'reaches' | 'cycle';
      readonly body: Logic;
      readonly next: readonly Term[];
    }
  | { readonly what: 'settles' | 'period' | 'entered' }
  | { readonly what: 'state'; readonly step: number; readonly entry: number }
  | { readonly what: 'mean'; readonly step: number; readonly term: Term }
  | { readonly what: 'classes'; readonly classes: readonly (readonly (readonly Term[])[])[] };

/** One question; `name` is the quantity that stands for its answer. */
export interface QuantizedQuestion {
  readonly kind: 'quantized';
  readonly name: string;
  readonly run: number;
  readonly options: Omit<QuantizedOptions, 'batches'>;
  /** Per step of the cycle: the entries of the inputs, by variable name. */
  readonly batches: Batches | undefined;
  readonly ask: Ask;
}
export type Batches = readonly (readonly (readonly [string, Term])[])[];

const OVERRIDE = Symbol.for('counterflow: options of quantized runs');
/** Options that take the place of the claim's own in this thread (the command line's --format); part of the claim's hash. */
export function overrideQuantized(options: { readonly format?: string; readonly rounding?: string } | undefined): void {
  (globalThis as { [OVERRIDE]?: unknown })[OVERRIDE] = options;
}
const overriding = (): object => (globalThis as { [OVERRIDE]?: object })[OVERRIDE] ?? {};

function checked(given: QuantizedOptions): QuantizedOptions {
  const options: QuantizedOptions = { ...given, ...overriding() };
  const { format: name, rounding, rounds, bound, overflow } = options;
  const wrong = (wanted: string, found: unknown): never => {
    throw new ClaimError(wanted, `${found}`);
  };
  if (!isRounding(rounding) && rounding !== 'stochastic')
    wrong(`a rounding, one of ${ROUNDINGS.join(', ')}, stochastic`, rounding);
  if (rounds !== 'update' && rounds !== 'store') wrong("rounds: 'update' or 'store'", rounds);
  if (overflow !== undefined && overflow !== 'saturate' && overflow !== 'wrap')
    wrong("overflow: 'saturate' or 'wrap'", overflow);
  try {
    format(name, { ...(bound === undefined ? {} : { bound }), ...(overflow ? { overflow } : {}) });
  } catch (e) {
    throw new ClaimError('a format with room', (e as Error).message);
  }
  return { ...options };
}

function batchesOf(given: QuantizedOptions['batches']): Batches | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given) || given.length === 0) throw new ClaimError('at least one batch', 'none');
  return given.map((batch) =>
    Object.entries(batch).flatMap(([name, v]: [string, unknown]) => {
      const e = typeof v === 'number' ? E.wholeNumber(v) : v;
      if (!E.isExpr(e)) throw new ClaimError(`a formula or a whole number for ${name} in batches`, typeof v);
      return R.symbol('', name, e.shape).entries.map((x, i) => [x.name!, e.entries[i]!] as const);
    }),
  );
}

const text = ({ format: f, rounding, rounds }: QuantizedOptions): string => `${f}, ${rounding} at the ${rounds}`;

/** Registers a question and gives the quantity for its answer. */
function asker(node: R.RunNode, options: QuantizedOptions): (ask: Ask) => Term {
  const { finite } = R.session();
  const { batches: given, ...rest } = options;
  const batches = batchesOf(given);
  return (ask) => {
    const name = `finite${finite.length}`;
    const question: QuantizedQuestion = { kind: 'quantized', name, run: node.id, options: rest, batches, ask };
    finite.push(question);
    return T.quantity(name);
  };
}

const ONE = T.whole(1);
const truth = (answer: Term, said: string, latex = said): Statement =>
  statement({ kind: 'relation', relation: '=', lhs: answer, rhs: ONE, label: '' }, said, `\\text{${latex}}`);

const count = (step: number): number => {
  if (!Number.isSafeInteger(step) || step < 0)
    throw new ClaimError('a number of steps 0, 1, 2, … below 2^53', `${step}`);
  return step;
};

function predicate(node: R.RunNode, p: Predicate<never>): { readonly said: Statement; readonly next: readonly Term[] } {
  const next = node.state.flatMap((s) => R.symbol(`run${node.id}:next:`, s.name, s.shape).entries);
  const moment = R.symbolicMoment(node);
  const after = R.momentAt(node, next, T.add(node.clock, ONE), 'next');
  Object.defineProperty(moment, 'next', { enumerable: true, get: () => after });
  const said = checkStatement(p(moment as never), 'from a question about a quantized run');
  const starts = node.state.map((s) => [s.name, R.startOf(node, s.name)] as [string, Expr]);
  R.refuseOuterSymbols(
    starts,
    [...relations(said.logic)].flatMap((r) => [r.lhs, r.rhs]),
  );
  for (const r of relations(said.logic))
    if (T.postorder([r.lhs, r.rhs]).includes(node.clock))
      throw new ClaimError('a question about the state, not about the time', said.text);
  return { said, next };
}

function deterministic(node: R.RunNode, options: QuantizedOptions): QuantizedRun<never> {
  const ask = asker(node, options);
  const about = (what: 'always' | 'never' | 'reaches' | 'cycle', words: string) => (p: Predicate<never>) => {
    const { said, next } = predicate(node, p);
    const inner = said.logic.kind === 'relation' ? said.text : `(${said.text})`;
    return truth(ask({ what, body: said.logic, next }), `${words} ${inner} (${text(options)})`);
  };
  const at = (step: number): Moment<never> => {
    const state = node.variables.map((_, entry) => ask({ what: 'state', step: count(step), entry }));
    return R.momentAt(node, state, T.whole(step), `${step}`) as Moment<never>;
  };
  const number = (what: 'period' | 'entered'): Expr => E.scalar(ask({ what }), atom(what));
  return {
    at,
    always: about('always', 'always'),
    never: about('never', 'never'),
    reaches: about('reaches', 'reaches'),
    settles: () => truth(ask({ what: 'settles' }), `settles (${text(options)})`),
    cycle: {
      get period() {
        return number('period');
      },
      get entered() {
        return number('entered');
      },
      always: about('cycle', 'always on the cycle'),
    },
  };
}

/** A moment whose entries are the means of what has a name; asked for as they are used. */
function means(node: R.RunNode, mean: (term: Term) => Term): Moment<never> {
  const moment = R.symbolicMoment(node);
  const out: Record<string, Expr> = {};
  for (const name of Object.keys(moment))
    Object.defineProperty(out, name, {
      enumerable: true,
      get: () => new E.Expr(moment[name]!.shape, moment[name]!.entries.map(mean), atom(`mean(${name})`)),
    });
  return out as Moment<never>;
}

function stochastic(node: R.RunNode, options: QuantizedOptions): StochasticRun<never> {
  const ask = asker(node, options);
  const value = (v: unknown, name: string): Term => {
    if (E.isExpr(v) && v.shape.kind === 'scalar') return v.entries[0]!;
    if (typeof v === 'number' && Number.isInteger(v)) return T.whole(v);
    throw new ClaimError(`a number for ${name} in closedClasses`, String(v));
  };
  const point = (given: { readonly [state: string]: unknown }): readonly Term[] =>
    node.state.map(({ name, shape }) => {
      if (shape.kind !== 'scalar') throw new ClaimError('states that are numbers in closedClasses', name);
      return value(given[name], name);
    });
  return {
    closedClasses: (classes) => {
      const terms = classes.map((all) => all.map(point));
      const shown = classes.map((all) => `{${all.map((z) => JSON.stringify(z)).join(', ')}}`.replaceAll('"', ''));
      return truth(ask({ what: 'classes', classes: terms }), `closed classes ${shown.join(', ')} (${text(options)})`);
    },
    mean: (step) => means(node, (term) => ask({ what: 'mean', step: count(step), term })),
  };
}

/** The run rounded at every step. Throws ClaimError on malformed options and on runs that can't be quantized. */
export function quantizedRun(node: R.RunNode, options: QuantizedOptions): QuantizedRun<never> | StochasticRun<never> {
  const given = checked(options);
  if (node.state.some((s) => s.sum)) throw new ClaimError('a run without sums before quantized(…)', 'sums');
  if (T.postorder(node.step).includes(node.clock))
    throw new ClaimError('a step that does not depend on t before quantized(…)', 'one that does');
  return given.rounding === 'stochastic' ? stochastic(node, given) : deterministic(node, given);
}
