/**
 * What a claim says at one point, decided in any arithmetic: three-valued truth, margins, the step where it fails.
 *
 * Trusted: `refuted` rests on this file, program.ts, tape.ts and the arithmetic. A quantity that can't be computed
 * rigorously here (the state of a flow) makes what depends on it undecided. Memory: one step's values at a time.
 */
import type { Arithmetic, Relation, Three } from '../number/arithmetic.ts';
import { both, either, not } from '../number/arithmetic.ts';
import { type Rational, rational } from '../number/rational.ts';
import { evaluate } from '../tape/tape.ts';
import type { Judge, Program, RunProgram } from './program.ts';

/** The outcome of one statement. `margin` ≥ 0 where it holds; for a failure it belongs to the failing relation. */
export interface Outcome<T> {
  readonly truth: Three;
  readonly margin: T | undefined;
  /** The step at which it fails, for statements about every step. */
  readonly step: number | null;
  readonly label: string;
  /** Fails because a side is certainly undefined there. */
  readonly undefinedSide: boolean;
  readonly sides: readonly [T, T] | undefined;
}

export interface Point<T> {
  readonly params: readonly T[];
  /** Inputs of step k, flat; asked for k < horizon. */
  readonly inputs: (step: number) => readonly T[];
  readonly horizon: number;
  /** Proved values of solved quantities, in the order of env. */
  readonly solved?: readonly (T | undefined)[];
}

export interface Judged<T> {
  readonly assume: readonly Outcome<T>[];
  readonly conclude: readonly Outcome<T>[];
  readonly env: readonly (T | undefined)[];
}

type Sides<T> = readonly (T | undefined)[];
interface Site<T> {
  readonly top: Sides<T>;
  /** Per run, per step. */
  readonly bodies: readonly (readonly Sides<T>[])[];
  readonly maps: readonly boolean[];
}

const marginOf = <T>(A: Arithmetic<T>, r: Relation, a: T, b: T): T =>
  r === '=' ? A.neg(A.abs(A.sub(a, b))) : r === '!=' ? A.abs(A.sub(a, b)) : A.sub(b, a);

function atom<T>(
  A: Arithmetic<T>,
  j: Extract<Judge, { kind: 'atom' }>,
  sides: Sides<T>,
  positive: boolean,
): Outcome<T> {
  const [a, b] = [sides[2 * j.index], sides[2 * j.index + 1]];
  const open = { margin: undefined, step: null, label: j.label, undefinedSide: false, sides: undefined };
  if (a === undefined || b === undefined) return { ...open, truth: 'undecided' };
  const defined = both(A.defined(a), A.defined(b));
  if (defined === 'no') return { ...open, truth: positive ? 'no' : 'undecided', undefinedSide: true };
  if (defined !== 'yes') return { ...open, truth: 'undecided' };
  return { ...open, truth: A.compare(j.relation, a, b), margin: marginOf(A, j.relation, a, b), sides: [a, b] };
}

const negated = <T>(A: Arithmetic<T>, o: Outcome<T>): Outcome<T> => ({
  ...o,
  truth: not(o.truth),
  margin: o.margin === undefined ? undefined : A.neg(o.margin),
});

function joined<T>(A: Arithmetic<T>, kind: 'and' | 'or', parts: readonly Outcome<T>[]): Outcome<T> {
  const [join, pick] = kind === 'and' ? ([both, A.min] as const) : ([either, A.max] as const);
  const truth = parts.map((p) => p.truth).reduce(join);
  const leading =
    parts.find((p) => p.truth === (kind === 'and' ? 'no' : 'yes')) ?? parts.find((p) => p.truth === truth)!;
  const known = parts.every((p) => p.margin !== undefined);
  const margin =
    kind === 'and' && truth === 'no'
      ? leading.margin
      : known
        ? parts.map((p) => p.margin as T).reduce((a, b) => pick(a, b))
        : undefined;
  return { ...leading, truth, margin };
}

function judged<T>(A: Arithmetic<T>, j: Judge, sides: Sides<T>, site: Site<T>, positive: boolean): Outcome<T> {
  const go = (p: Judge, sign: boolean): Outcome<T> => judged(A, p, sides, site, sign);
  switch (j.kind) {
    case 'atom':
      return atom(A, j, sides, positive);
    case 'and':
    case 'or':
      return joined(
        A,
        j.kind,
        j.parts.map((p) => go(p, positive)),
      );
    case 'implies':
      return joined(A, 'or', [go(j.parts[1], positive), negated(A, go(j.parts[0], false))]);
    case 'iff': {
      const [a, b] = j.parts;
      const strict = (p: Judge): Outcome<T> => go(p, false);
      const forth = joined(A, 'or', [negated(A, strict(a)), strict(b)]);
      return joined(A, 'and', [forth, joined(A, 'or', [negated(A, strict(b)), strict(a)])]);
    }
    case 'always': {
      const steps = site.bodies[j.run]!;
      const last = j.stage === 'step' && site.maps[j.run] ? steps.length - 1 : steps.length;
      const outcomes = steps.slice(0, last).map((s, k) => ({ ...judged(A, j.body, s, site, positive), step: k }));
      const none = {
        truth: 'yes',
        margin: undefined,
        step: null,
        label: '',
        undefinedSide: false,
        sides: undefined,
      } as const;
      return outcomes.length === 0 ? none : joined(A, 'and', outcomes);
    }
  }
}

/** Runs one map: fills its quantities in env and returns the sides of its relations, step by step, up to `last`. */
function runMap<T>(
  A: Arithmetic<T>,
  r: RunProgram,
  env: (T | undefined)[],
  point: Point<T>,
  last: number,
): readonly Sides<T>[] {
  const size = r.node.variables.length;
  const moments = r.node.moments.map((t) => (t.value ? Number(t.value.num) : -1));
  const horizon = r.node.steps ?? last;
  const end = Math.max(r.body.outputs.length > 0 ? horizon : 0, ...moments);
  const sides: Sides<T>[] = [];
  let state = evaluate(A, r.start, env);
  for (let k = 0; ; k++) {
    moments.forEach((m, i) => {
      if (m === k) for (let v = 0; v < size; v++) env[r.offset + i * size + v] = state[v];
    });
    const clock = A.rational(rational(k));
    const inputs = k < point.horizon ? point.inputs(k) : [];
    const here = [...env, ...state, clock, ...inputs];
    if (r.body.outputs.length > 0 && k <= horizon) sides.push(evaluate(A, r.body, here));
    if (k >= end) return sides;
    state = evaluate(A, r.step, here);
  }
}

/** Decides every assumption and conclusion of the program at a point. */
export function judge<T>(A: Arithmetic<T>, p: Program, point: Point<T>): Judged<T> {
  const env: (T | undefined)[] = [...point.params];
  env.length = p.env.length;
  point.solved?.forEach((v, i) => {
    env[p.solvedAt + i] = v;
  });
  const maps = p.runs.map((r) => r.node.kind === 'map');
  const last = Math.max(point.horizon, p.assumedTo);
  const bodies = p.runs.map((r, i) => (maps[i] ? runMap(A, r, env, point, last) : [unknownSides<T>(r)]));
  const site: Site<T> = { top: evaluate(A, p.top, env), bodies, maps };
  const all = (list: readonly Judge[]): Outcome<T>[] => list.map((j) => judged(A, j, site.top, site, true));
  return { assume: all(p.assume), conclude: all(p.conclude), env };
}

/** A flow's states are not computed rigorously here: everything at its later moments is unknown. */
const unknownSides = <T>(r: RunProgram): Sides<T> => new Array<undefined>(r.body.outputs.length).fill(undefined);

/** Inputs past the known ones are never needed by `state` statements; a missing one is an error of the caller. */
export const exactPoint = <T>(
  A: Arithmetic<T>,
  params: readonly Rational[],
  inputs: readonly (readonly Rational[])[],
  horizon: number,
): Point<T> => ({
  params: params.map(A.rational),
  inputs: (k) => (inputs[k] ?? []).map(A.rational),
  horizon,
});
