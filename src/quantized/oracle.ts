/**
 * Interval-arithmetic computability checks on quantized training: data, step size and start are oracles, the step is
 * evaluated in intervals at rising precision, and each rounding is decided or reported as too near a tie.
 *
 * A state after a decided rounding is exactly known, so errors never add up. The prefix that is returned is that of the
 * true integer run; a state that comes back decides all time. On an exact tie no precision suffices; relaxed rounding
 * always goes on. Trusts dyadic.ts and tape.ts; exceptions and undefined values stop the run, undecided. The formulas need
 * not be polynomials. Cost: a few evaluations a step.
 */
import { ClaimError } from '../expr/error.ts';
import * as T from '../expr/term.ts';
import * as B from '../number/bigfloat.ts';
import * as D from '../number/dyadic.ts';
import * as F from '../number/fixed.ts';
import { enclose, type Oracle, roundEnclosure, roundFloat } from '../number/oracle.ts';
import * as Q from '../number/rational.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';
import type { State } from './map.ts';

type Rational = Q.Rational;

export interface OracleSpec {
  readonly states: readonly string[];
  /** x ← x − decrement. */
  readonly decrements: readonly T.Term[];
  readonly reals: ReadonlyMap<string, Oracle | Rational>;
  readonly format: F.Format;
  readonly rounds: 'update' | 'store';
}
export interface OracleOptions {
  readonly steps: number;
  /** The highest precision asked of an oracle. */
  readonly most?: number;
}

/** Where a rounding could not be decided: the value lies between `between[0]` and `between[1]` once rounded. */
export interface Tie {
  /** 0: the start; t + 1: the step from state t. */
  readonly step: number;
  readonly coordinate: string;
  readonly precision: number;
  /** The number before rounding is within 2^-within grid steps of where the rounding jumps. */
  readonly within: number;
  readonly between: readonly [bigint, bigint] | undefined;
  readonly said: string;
}
export interface OracleRun {
  /** States that are certain; the true run begins with them. */
  readonly prefix: readonly State[];
  /** done: all steps asked for; cycle: a state came back, all time is decided; tie, undefined: stopped. */
  readonly kind: 'done' | 'cycle' | 'tie' | 'undefined';
  readonly mu: number | undefined;
  readonly lambda: number | undefined;
  readonly tie: Tie | undefined;
  /** The highest precision that was needed. */
  readonly precision: number;
}

/** The number that is rounded, for each coordinate, over states and reals. */
interface Program {
  readonly names: readonly string[];
  readonly tape: Tape;
  readonly spec: OracleSpec;
}

function program(spec: OracleSpec): Program {
  const { states, decrements, reals, format, rounds } = spec;
  if (states.length === 0 || states.length !== decrements.length)
    throw new ClaimError('one decrement for every state', `${decrements.length} for ${states.length}`);
  const names = [...reals.keys()];
  for (const n of T.variables(...decrements))
    if (!states.includes(n) && !reals.has(n)) throw new ClaimError('a state or a real', `${n}, which is neither`);
  const scale = T.num(Q.rational(1n << BigInt(format.fraction)));
  const symbols = states.map(T.variable);
  const rounded = decrements.map((t, i) => T.mul(rounds === 'store' ? T.sub(symbols[i]!, t) : t, scale));
  return { names, tape: tape([...symbols, ...names.map(T.variable)], rounded), spec };
}

const working = (p: number): number => 4 * p + 128;

type Evaluated = readonly D.Dyadic[];
/** The numbers to round at state z, with every oracle asked once at precision p. */
function evaluateAt({ names, tape: code, spec }: Program, z: State, p: number): Evaluated {
  const A = D.dyadic(working(p));
  const grid = z.map((n) => A.rational(Q.rational(BigInt(n), 1n << BigInt(spec.format.fraction))));
  const reals = names.map((n) => {
    const r = spec.reals.get(n)!;
    return typeof r === 'function' ? enclose(r, p) : A.rational(r);
  });
  return evaluate(A, code, [...grid, ...reals]).map((v) => v ?? D.EMPTY);
}

/** The precisions 32, 64, … up to `most`. */
function* precisions(most: number): Generator<number> {
  for (let p = 32; p < most; p *= 2) yield p;
  yield most;
}

const isDefined = (a: D.Dyadic): boolean => a.defined === 'yes' && !B.isInfinite(a.lo) && !B.isInfinite(a.hi);
const width = (a: D.Dyadic): B.Float => B.sub(a.hi, a.lo, 16, true);

function tieAt(a: D.Dyadic, step: number, coordinate: string, precision: number, rounding: F.Rounding): Tie {
  const within = -B.top(width(a));
  const where = step === 0 ? 'the start' : `step ${step}`;
  const between = isDefined(a) ? ([roundFloat(a.lo, rounding), roundFloat(a.hi, rounding)] as const) : undefined;
  const said = `${where}, coordinate ${coordinate}: within 2^-${within} grid steps of a tie (asked at 2^-${precision})`;
  return { step, coordinate, precision, within, between, said };
}

interface Decided {
  readonly values: readonly bigint[] | undefined;
  readonly precision: number;
  readonly stop: { readonly kind: 'tie'; readonly tie: Tie } | { readonly kind: 'undefined' } | undefined;
}

/** Rounds some numbers known better and better. */
function decideRoundings(
  at: (p: number) => Evaluated,
  names: readonly string[],
  step: number,
  rounding: F.Rounding,
  most: number,
): Decided {
  let last: Evaluated = [];
  for (const precision of precisions(most)) {
    last = at(precision);
    const values = last.map((a) => roundEnclosure(a, rounding));
    if (values.every((n) => n !== undefined)) return { values, precision, stop: undefined };
    const open = values.indexOf(undefined);
    if (precision < most) continue;
    const stop = isDefined(last[open]!)
      ? ({ kind: 'tie', tie: tieAt(last[open]!, step, names[open]!, precision, rounding) } as const)
      : ({ kind: 'undefined' } as const);
    return { values: undefined, precision, stop };
  }
  throw new RangeError('a positive precision is wanted');
}

function safely(at: (p: number) => Evaluated): (p: number) => Evaluated {
  return (p) => {
    try {
      return at(p);
    } catch (e) {
      if (e instanceof TypeError || e instanceof ClaimError) throw e;
      return [D.EMPTY];
    }
  };
}

/** A start coordinate: a whole number of grid steps, or a real that is rounded to the grid itself. */
export type Start = readonly (number | Oracle)[];

function startAt(spec: OracleSpec, start: Start): (p: number) => Evaluated {
  if (start.length !== spec.states.length)
    throw new ClaimError(`a start of ${spec.states.length} coordinates`, `${start.length}`);
  return (p) => {
    const A = D.dyadic(working(p));
    const scale = A.rational(Q.rational(1n << BigInt(spec.format.fraction)));
    return start.map((s) => (typeof s === 'number' ? A.rational(Q.rational(s)) : A.mul(enclose(s, p), scale)));
  };
}

function moved(spec: OracleSpec, z: State, rounded: readonly bigint[]): State {
  return rounded.map((r, i) => F.confine(spec.rounds === 'store' ? r : BigInt(z[i]!) - r, spec.format));
}

const NOTHING = { mu: undefined, lambda: undefined, tie: undefined } as const;

/** Runs as far as every rounding can be decided, up to a number of steps or a state that comes back. */
export function certifiedRun(
  spec: OracleSpec,
  rounding: F.Rounding,
  start: Start,
  { steps, most = 4096 }: OracleOptions,
): OracleRun {
  const code = program(spec);
  const prefix: State[] = [];
  const seen = new Map<string, number>();
  let precision = 0;
  const end = (rest: Partial<OracleRun> & Pick<OracleRun, 'kind'>): OracleRun => ({
    ...NOTHING,
    ...rest,
    prefix,
    precision,
  });
  for (let t = 0; t <= steps; t++) {
    const z = prefix[t - 1];
    const at = z ? (p: number): Evaluated => evaluateAt(code, z, p) : startAt(spec, start);
    const { values, stop, ...used } = decideRoundings(safely(at), spec.states, t, rounding, most);
    precision = Math.max(precision, used.precision);
    if (!values) return end(stop!);
    const next = z ? moved(spec, z, values) : values.map((n) => F.confine(n, spec.format));
    const before = seen.get(next.join());
    if (before !== undefined) return end({ kind: 'cycle', mu: before, lambda: t - before });
    seen.set(next.join(), t);
    prefix.push(next);
  }
  return end({ kind: 'done' });
}

export interface RelaxedRun {
  readonly states: readonly State[];
  /** The highest precision that was needed. */
  readonly precision: number;
  readonly kind: 'done' | 'undefined';
}

/** A whole number within 1/2 + ε of each number, as soon as its interval is no wider than ε. */
function relax(at: (p: number) => Evaluated, epsilon: B.Float, most: number): Decided {
  for (const precision of precisions(most)) {
    const all = at(precision);
    if (!all.every((a) => isDefined(a) && B.compare(width(a), epsilon) <= 0)) continue;
    return { values: all.map((a) => roundFloat(a.lo, 'nearest-even')), precision, stop: undefined };
  }
  return { values: undefined, precision: most, stop: { kind: 'undefined' } };
}

/**
 * The same training with relaxed rounding: any whole number within 1/2 + 2^-bits grid steps will do, so no tie can stop
 * it. Which run it is may depend on the oracles' answers.
 */
export function relaxedRun(
  spec: OracleSpec,
  bits: number,
  start: Start,
  { steps, most = 4096 }: OracleOptions,
): RelaxedRun {
  const code = program(spec);
  const epsilon = B.float(1n, -bits);
  const states: State[] = [];
  let precision = 0;
  for (let t = 0; t <= steps; t++) {
    const z = states[t - 1];
    const at = z ? (p: number): Evaluated => evaluateAt(code, z, p) : startAt(spec, start);
    const { values, ...used } = relax(safely(at), epsilon, most);
    precision = Math.max(precision, used.precision);
    if (!values) return { states, precision, kind: 'undefined' };
    states.push(z ? moved(spec, z, values) : values.map((n) => F.confine(n, spec.format)));
  }
  return { states, precision, kind: 'done' };
}
