/**
 * Discrete dynamics: gradient descent with any step sizes and batches (the gradient is derived from the loss), and custom
 * maps. States, observables and running sums keep the author's names. Untrusted; builds data, evaluates nothing.
 *
 * Convention: x ← x − η ∂loss/∂x for every state x at once; the sum S of an observable s is S_k = Σ_{j<k} s_j.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { gradient } from '../expr/gradient.ts';
import { guarded } from '../expr/names.ts';
import { atom } from '../expr/notation.ts';
import { type Hole, holeValue } from '../expr/parse.ts';
import type { Statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { lossParts, spelledOut } from '../model/losses.ts';
import type { Rounding } from '../number/fixed.ts';
import { batchAt, checkBatches, firstPhase, nextPhase, PHASE } from './batches.ts';
import { ifConverges } from './limit.ts';
import { type Momentum, moved, type Velocities, velocities } from './momentum.ts';
import { checkOptions } from './options.ts';
import { type QuantizedOptions, type QuantizedRun, quantizedRun, type StochasticRun } from './quantized.ts';
import * as R from './run.ts';

type Expr = E.Expr;
type Term = T.Term;
export type Moment<K extends string> = R.Moment<K>;

/** A run of a discrete map. K: every name at a moment (states, observables, sums, for descent also loss). */
export interface Run<K extends string> {
  /** The moment after that many steps from the start. */
  readonly at: (step: number) => Moment<K>;
  /** At every step, for every number of steps. `next` is the moment after one more step. */
  readonly always: (body: (moment: Moment<K> & { readonly next: Moment<K> }) => Statement) => Statement;
  /** In the limit, if there is one; true of a run that does not converge, undecided where that is not certain. */
  readonly ifConverges: (body: (limit: Moment<K>) => Statement) => Statement;
  /** ∂(state after `steps` ≤ 3 steps)/∂(start), rows and columns in the order of the states' entries, sums left out. */
  readonly jacobian: (steps: number) => Expr;
  /** The same run rounded to fixed point at every step: its questions are about all time. */
  readonly quantized: {
    (options: QuantizedOptions<'stochastic'>): StochasticRun<K>;
    (options: QuantizedOptions<Rounding>): QuantizedRun<K>;
  };
  readonly node: R.RunNode;
}

type States = R.Exprs;
type Start<S extends States> = { readonly [N in keyof S]: Expr };
interface Common<S extends States, O extends States, Q extends States> {
  readonly start: S;
  readonly observe?: (state: Moment<keyof S & string>) => O;
  readonly sums?: (moment: Moment<(keyof S | keyof O) & string>) => Q;
  /** The number of steps; without it the statements are about every number of steps. */
  readonly steps?: number;
}
type Here<S, O> = Moment<(keyof S | keyof O) & string>;
export interface DescentOptions<S extends States, O extends States, Q extends States, M = never>
  extends Common<S, O, Q> {
  readonly loss: (moment: Here<S, O>) => Expr;
  /** The step size: a formula, an input, or a formula of the moment (a schedule in t). */
  readonly eta: Expr | number | ((moment: Here<S, O>) => Expr);
  /** heavyBall(β) or nesterov(β): every state has a velocity beside it, `uVelocity` for `u`, 0 at the start. */
  readonly momentum?: M;
}
type BatchHere<S, O> = Moment<(keyof S | keyof O | 'batch') & string>;
export interface SgdOptions<S extends States, O extends States, Q extends States, M = never> {
  readonly start: S;
  /** Taken in turn, from the first. */
  readonly batches: readonly Expr[];
  readonly observe?: (state: Moment<(keyof S | 'batch') & string>) => O;
  readonly sums?: (moment: BatchHere<S, O>) => Q;
  readonly loss: (moment: BatchHere<S, O>) => Expr;
  readonly eta: Expr | number | ((moment: BatchHere<S, O>) => Expr);
  readonly momentum?: M;
  readonly steps?: number;
}
export interface IterateOptions<S extends States, O extends States, Q extends States> extends Common<S, O, Q> {
  readonly step: (moment: Here<S, O>) => Start<S>;
}

/** The parts of a run that maps and flows share, from the author's options. */
export interface Draft {
  readonly id: number;
  readonly clock: Term;
  readonly starts: readonly [string, Expr][];
  readonly symbols: Record<string, Expr>;
  readonly here: Record<string, Expr>;
  readonly observed: readonly [string, Expr][];
  readonly sums: readonly [string, Expr][];
}

interface Options {
  readonly start: object;
  readonly observe?: unknown;
}

/** Calls the author's callbacks with symbols. `summed` is the sums or integrals callback. */
export function draft(options: Options, summed: unknown, what: string): Draft {
  const id = R.session().runs.length;
  const prefix = `run${id}:`;
  const starts = R.checkRecord(options.start, `start of ${what}`);
  if (starts.length === 0) throw new ClaimError(`at least one state in start of ${what}`, 'none');
  if (R.usesInputs(starts.flatMap(([, e]) => e.entries))) throw new ClaimError('a start without inputs', 'an input');
  const clock = T.variable(`${prefix}t`);
  const symbols: Record<string, Expr> = {};
  for (const [name, e] of starts) symbols[name] = R.symbol(prefix, name, e.shape);
  const here: Record<string, Expr> = { ...symbols, t: E.scalar(clock, atom('t')) };
  const observed = callBack(options.observe, here, `observe of ${what}`);
  for (const [name, e] of observed) here[name] = fresh(name, here, E.renamed(e, name));
  const sums = callBack(summed, here, `sums of ${what}`);
  for (const [name, e] of sums) fresh(name, here, e);
  return { id, clock, starts, symbols, here: guarded(here, `at a moment of ${what}`), observed, sums };
}

function fresh(name: string, taken: object, e: Expr): Expr {
  if (Object.hasOwn(taken, name)) throw new ClaimError('a name of its own', `${name} twice in one run`);
  return e;
}

function callBack(f: unknown, here: Record<string, Expr>, where: string): readonly [string, Expr][] {
  if (f === undefined) return [];
  if (typeof f !== 'function') throw new ClaimError(`a function for ${where}`, typeof f);
  return R.checkRecord(f(guarded(here, `for ${where}`)), where);
}

export type Parts = Pick<R.RunNode, 'kind' | 'step' | 'loss' | 'lossParts' | 'descent' | 'steps' | 'written'>;

const writtenAll = (role: R.Written['role'], list: readonly [string, Expr][]): readonly R.Written[] =>
  list.map(([name, e]) => R.writtenAs(role, name, e));

/** Puts a run together, refuses a slip of symbols, and registers it. */
export function register(d: Draft, parts: Parts): R.RunNode {
  const prefix = `run${d.id}:`;
  const sumSymbols = d.sums.map(([name, e]) => R.symbol(prefix, name, e.shape));
  const zero = T.whole(0);
  const node: R.RunNode = {
    ...parts,
    id: d.id,
    clock: d.clock,
    variables: [...d.starts.flatMap(([name]) => d.symbols[name]!.entries), ...sumSymbols.flatMap((s) => s.entries)],
    start: [...d.starts.flatMap(([, e]) => e.entries), ...d.sums.flatMap(([, e]) => e.entries.map(() => zero))],
    state: [
      ...d.starts.map(([name, e]) => ({ name, shape: e.shape, sum: false })),
      ...d.sums.map(([name, e]) => ({ name, shape: e.shape, sum: true })),
    ],
    observables: d.observed.map(([name, e]) => ({ name, shape: e.shape, terms: e.entries })),
    moments: [],
    asked: [],
    written: [
      ...writtenAll('start', d.starts),
      ...writtenAll('observe', d.observed),
      ...(parts.written ?? []),
      ...writtenAll('sum', d.sums),
    ],
  };
  const body = [...node.step, ...(node.loss ? [node.loss] : []), ...node.observables.flatMap((o) => o.terms)];
  R.refuseOuterSymbols(d.starts, body);
  R.session().runs.push(node);
  return node;
}

/** Next values (or rates) for every state of the start, in its order and shapes. */
export function stateEntries(d: Draft, next: unknown, where: string): readonly Term[] {
  const given = new Map(R.checkRecord(next, where));
  for (const name of given.keys())
    if (!Object.hasOwn(d.symbols, name)) throw new ClaimError(`a state of ${where}`, name);
  return d.starts.flatMap(([name, e]) => {
    const value = given.get(name);
    if (!value) throw new ClaimError(`${name} in ${where}`, 'nothing');
    if (!E.sameShape(value.shape, e.shape))
      throw new ClaimError(`${E.describe(e.shape)} for ${name} in ${where}`, E.describe(value.shape));
    return value.entries;
  });
}

export function scalarOf(e: unknown, where: string): Expr {
  if (!E.isExpr(e)) throw new ClaimError(`a formula for ${where}`, e === undefined ? 'undefined' : typeof e);
  if (e.shape.kind !== 'scalar') throw new ClaimError(`a number for ${where}`, E.describe(e.shape));
  return e;
}

/** −(scale)·∂loss/∂x for every state entry. */
export function lossGradient(d: Draft, loss: Expr): readonly Term[] {
  const symbols = d.starts.flatMap(([name]) => d.symbols[name]!.entries);
  return gradient(loss.entries[0]!, symbols);
}

export const addTo = (d: Draft): readonly Term[] =>
  d.sums.flatMap(([name, e]) => R.symbol(`run${d.id}:`, name, e.shape).entries.map((s, i) => T.add(s, e.entries[i]!)));

function handle<K extends string>(node: R.RunNode): Run<K> {
  const next = R.momentAt(node, node.step, T.add(node.clock, T.whole(1)), 'next');
  return {
    node,
    at: (step) => {
      if (!Number.isInteger(step) || step < 0) throw new ClaimError('a number of steps 0, 1, 2, …', `${step}`);
      node.asked?.push(step);
      const inline = step === 0 || (step <= 3 && !R.usesInputs(node.step));
      const state = inline ? R.unrolled(node, step) : R.leaves(node, T.whole(step));
      return R.momentAt(node, state, T.whole(step), `${step}`, inline) as Moment<K>;
    },
    always: (body) => R.always(node, body as (m: never) => Statement, { name: 'next', moment: next }),
    ifConverges: (body) => ifConverges(node, body as (m: never) => Statement),
    jacobian: (steps) => jacobian(node, steps),
    quantized: ((options: QuantizedOptions) => quantizedRun(node, options)) as never,
  };
}

function jacobian(node: R.RunNode, steps: number): Expr {
  if (!Number.isInteger(steps) || steps < 1 || steps > 3) throw new ClaimError('1, 2 or 3 steps', `${steps}`);
  const size = node.state.reduce((n, s) => n + (s.sum ? 0 : s.shape.rows * s.shape.columns), 0);
  const symbols = node.variables.slice(0, size);
  const start = new Map([...node.variables.map((v, i) => [v, node.start[i]!] as const), [node.clock, T.whole(0)]]);
  const after = R.unrolled({ ...node, start: node.variables }, steps).slice(0, size);
  const entries = after.flatMap((t) => gradient(t, symbols).map((g) => T.substitute(g, start)));
  return new E.Expr(E.matrixShape(size, size), entries, atom('J'));
}

const stepCount = (steps: unknown): number | undefined => {
  if (steps === undefined) return undefined;
  if (!Number.isInteger(steps) || (steps as number) < 1) throw new ClaimError('a number of steps 1, 2, …', `${steps}`);
  return steps as number;
};

/** Gradient descent on the loss, with or without momentum. Throws ClaimError on a malformed option; see Run for the handle. */
export function descent<
  S extends States,
  O extends States = Record<never, Expr>,
  Q extends States = Record<never, Expr>,
  M extends Momentum = never,
>(options: DescentOptions<S, O, Q, M>): Run<(keyof S | keyof O | keyof Q | 'loss' | Velocities<S, M>) & string> {
  checkOptions('descent', options, ['start', 'observe', 'sums', 'loss', 'eta', 'momentum', 'steps'], 'loss');
  return handle(trained('descent', options as unknown as Training, undefined));
}

/**
 * Stochastic gradient descent with a given sequence of batches, taken in turn: `batch` is that of the step, an observable like
 * others. Batches are formulas of one shape, such as 0/1 vectors over the samples; arbitrary ones are inputs of a `descent`.
 */
export function sgd<
  S extends States,
  O extends States = Record<never, Expr>,
  Q extends States = Record<never, Expr>,
  M extends Momentum = never,
>(options: SgdOptions<S, O, Q, M>): Run<(keyof S | keyof O | keyof Q | 'loss' | 'batch' | Velocities<S, M>) & string> {
  const names = ['start', 'batches', 'observe', 'sums', 'loss', 'eta', 'momentum', 'steps'];
  checkOptions('sgd', options, names, 'loss');
  return handle(trained('sgd', options as unknown as Training, checkBatches(options.batches)));
}

interface Training {
  readonly start: { readonly [name: string]: Expr };
  readonly observe?: (here: object) => object;
  readonly sums?: unknown;
  readonly loss: (here: object) => Expr;
  readonly eta: Expr | number | ((here: object) => Expr);
  readonly momentum?: Momentum;
  readonly steps?: number;
}

/** The states that are trained first, their velocities, the phase of a sequence of batches. */
function drafted(what: string, o: Training, batches: readonly Expr[] | undefined): Draft {
  R.checkRecord(o.start, `start of ${what}`);
  const moving = o.momentum ? velocities(o.start) : {};
  if (!batches) return draft({ ...o, start: { ...o.start, ...moving } }, o.sums, what);
  if (Object.hasOwn(o.start, PHASE)) throw new ClaimError(`another name for the state ${PHASE} of ${what}`, PHASE);
  const observe = (here: { readonly [PHASE]: Expr }): object => {
    const batch = batchAt(here[PHASE], batches);
    return { batch, ...o.observe?.(guarded({ ...here, batch }, `for observe of ${what}`)) };
  };
  return draft({ start: { ...o.start, ...moving, [PHASE]: firstPhase(batches.length) }, observe }, o.sums, what);
}

function trained(what: string, o: Training, batches: readonly Expr[] | undefined): R.RunNode {
  const m: unknown = o.momentum;
  if (m !== undefined && (m as Momentum)?.kind !== 'momentum')
    throw new ClaimError(`heavyBall(…) or nesterov(…) as momentum of ${what}`, typeof m);
  if (o.eta === undefined) throw new ClaimError(`a step size eta in ${what}, such as eta: ex\`1/10\``, 'none');
  const d = drafted(what, o, batches);
  const loss = scalarOf(o.loss(d.here), `loss of ${what}`);
  const given: unknown = typeof o.eta === 'function' ? o.eta(d.here) : holeValue(o.eta as Hole);
  const eta = given as Expr;
  if (!E.isExpr(eta)) throw new ClaimError(`a formula for eta of ${what}`, typeof given);
  const own = d.starts.slice(0, Object.keys(o.start).length);
  const x = own.flatMap(([name]) => d.symbols[name]!.entries);
  const rates = spreadOver(own, eta);
  const slopes = gradient(loss.entries[0]!, x);
  const plain = !o.momentum && !batches;
  return register(d, {
    kind: 'map',
    step: [...stepOf(d, o.momentum, x, rates, slopes, batches), ...addTo(d)],
    loss: loss.entries[0]!,
    lossParts: plain ? lossParts(loss) : undefined,
    descent: plain ? { eta: eta.entries[0]!, gradient: slopes } : undefined,
    steps: stepCount(o.steps),
    written: [R.writtenAs('loss', 'loss', spelledOut(loss)), R.writtenAs('step size', 'eta', eta)],
  });
}

function stepOf(
  d: Draft,
  momentum: Momentum | undefined,
  x: readonly Term[],
  rates: readonly Term[],
  slopes: readonly Term[],
  batches: readonly Expr[] | undefined,
): readonly Term[] {
  const phase = batches ? nextPhase(d.symbols[PHASE]!.entries) : [];
  if (!momentum) return [...x.map((s, i) => E.combine('sub', s, E.combine('mul', rates[i]!, slopes[i]!))), ...phase];
  const count = x.length;
  const all = d.starts.flatMap(([name]) => d.symbols[name]!.entries);
  const next = moved(momentum, x, all.slice(count, 2 * count), rates, slopes);
  return [...next.states, ...next.velocities, ...phase];
}

/** One step size for all entries, or a vector of them that fits every state. */
function spreadOver(starts: Draft['starts'], eta: Expr): readonly Term[] {
  return starts.flatMap(([name, e]) => {
    if (eta.shape.kind === 'scalar') return e.entries.map(() => eta.entries[0]!);
    if (!E.sameShape(eta.shape, e.shape)) throw new ClaimError(`eta shaped like ${name}`, E.describe(eta.shape));
    return eta.entries;
  });
}

/** A custom map. */
export function iterate<
  S extends States,
  O extends States = Record<never, Expr>,
  Q extends States = Record<never, Expr>,
>(options: IterateOptions<S, O, Q>): Run<(keyof S | keyof O | keyof Q) & string> {
  checkOptions('iterate', options, ['start', 'observe', 'sums', 'step', 'steps'], 'step');
  const d = draft(options, options.sums, 'iterate');
  const next = options.step(d.here as Here<S, O>);
  const step = stateEntries(d, next, 'step of iterate');
  const node = register(d, {
    kind: 'map',
    step: [...step, ...addTo(d)],
    loss: undefined,
    lossParts: undefined,
    descent: undefined,
    steps: stepCount(options.steps),
    written: Object.entries(next).map(([name, e]) => R.writtenAs('next', name, e as Expr)),
  });
  return handle(node);
}
