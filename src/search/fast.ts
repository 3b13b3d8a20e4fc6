/**
 * The claim at one point in doubles, fast: slack of the assumptions and margin of every conclusion. Search tier only.
 *
 * Nothing here is believed: a negative margin is a candidate for certification. Margins are shifted by what rounding may
 * do to the last operations (64·2⁻⁵³·Σ|terms|; for flows 10⁻⁷·Σ|terms|), so a touching zero is not a candidate.
 * Cost: one pass of the compiled tapes per step; no allocation per evaluation but for flows.
 */
import { type Coordinate, coordinates, values } from '../claim/domains.ts';
import type { Judge, Program, RunProgram } from '../claim/program.ts';
import { integrate } from '../dynamics/integrate.ts';
import * as T from '../expr/term.ts';
import { float64 } from '../number/float64.ts';
import { type Compiled, compile } from '../tape/javascript.ts';
import { tape } from '../tape/tape.ts';

type Term = T.Term;

export interface FastOutcome {
  /** Smallest margin of the assumptions; accepted when ≥ 0 (strictly positive for strict ones). NaN: undefined. */
  slack: number;
  accepted: boolean;
  /** One margin per conclusion: the smallest that is a number. */
  readonly margins: Float64Array;
  /** The first step at which a side of the conclusion is not a number, −1 where none. */
  readonly unclear: Int32Array;
  /** The step at which each margin is attained, −1 where it has none. */
  readonly steps: Int32Array;
  readonly guide: Float64Array;
}

export interface FastInstance {
  readonly program: Program;
  readonly coordinates: readonly Coordinate[];
  /** Coordinates of one step's inputs. */
  readonly stepCoordinates: readonly Coordinate[];
  /** x holds the coordinates of the reals, then those of the inputs of step 0, 1, …, horizon − 1. */
  readonly evaluate: (x: Float64Array, horizon: number) => FastOutcome;
}

type Margin = (sides: Float64Array) => number;
const TINY = -1e-300;

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
const withScales = (sides: readonly Term[]): readonly Term[] =>
  Array.from({ length: sides.length / 2 }, (_, i) => [sides[2 * i]!, sides[2 * i + 1]!] as const).flatMap(([a, b]) => [
    a,
    b,
    scaleOf(a, b),
  ]);

type Mode = 'assume' | 'conclude' | 'negated';

/** Positive where the relation holds: exactly for assumptions, up to rounding for conclusions. */
function atomMargin(j: Extract<Judge, { kind: 'atom' }>, mode: Mode, tolerance: number): Margin {
  const at = 3 * j.index;
  const loose = mode === 'assume' ? 0 : tolerance;
  const { relation } = j;
  if (mode === 'negated') return negatedAtom(relation, at, loose);
  if (relation === '=') return (s) => tolerance * s[at + 2]! - Math.abs(s[at]! - s[at + 1]!);
  if (relation === '!=') return (s) => Math.abs(s[at]! - s[at + 1]!) || TINY;
  if (relation === '<=') return (s) => s[at + 1]! - s[at]! + loose * s[at + 2]!;
  return (s) => {
    const gap = s[at + 1]! - s[at]!;
    return gap === 0 ? TINY - loose * s[at + 2]! : gap + loose * s[at + 2]!;
  };
}

function negatedAtom(relation: string, at: number, loose: number): Margin {
  if (relation === '=') return (s) => Math.abs(s[at]! - s[at + 1]!) || TINY;
  if (relation === '!=') return (s) => -Math.abs(s[at]! - s[at + 1]!);
  return (s) => s[at]! - s[at + 1]! + loose * s[at + 2]!;
}

const FLIP: { readonly [m in Mode]: Mode } = { assume: 'negated', conclude: 'negated', negated: 'conclude' };

/** Closures for everything below an `always` or at top level. */
function marginTree(j: Judge, mode: Mode, tolerance: number): Margin {
  const go = (p: Judge, m: Mode): Margin => marginTree(p, m, tolerance);
  const least =
    (list: readonly Margin[]): Margin =>
    (s) => {
      let m = Infinity;
      for (const f of list) {
        const v = f(s);
        if (!(v >= m)) m = v;
      }
      return m;
    };
  const greatest =
    (list: readonly Margin[]): Margin =>
    (s) => {
      let m = -Infinity;
      for (const f of list) {
        const v = f(s);
        if (!(v <= m)) m = v;
      }
      return m;
    };
  if (j.kind === 'atom') return atomMargin(j, mode, tolerance);
  if (j.kind === 'always') throw new TypeError('an always at the top of a statement is wanted, found one inside');
  if (j.kind === 'implies' || j.kind === 'iff') {
    const [a, b] = j.parts;
    const forth =
      mode === 'negated' ? least([go(a, 'conclude'), go(b, 'negated')]) : greatest([go(a, FLIP[mode]), go(b, mode)]);
    if (j.kind === 'implies') return forth;
    const back =
      mode === 'negated' ? least([go(b, 'conclude'), go(a, 'negated')]) : greatest([go(b, FLIP[mode]), go(a, mode)]);
    return mode === 'negated' ? greatest([forth, back]) : least([forth, back]);
  }
  const parts = j.parts.map((p) => go(p, mode));
  return (j.kind === 'and') === (mode !== 'negated') ? least(parts) : greatest(parts);
}

/** One statement: at top level, or at every moment of one run. Conjunctions are split by the caller. */
interface Watch {
  readonly target: number;
  readonly assume: boolean;
  readonly run: number;
  readonly stage: 'state' | 'step';
  readonly margin: Margin;
}

function watches(judges: readonly Judge[], assume: boolean, tolerance: (run: number) => number): Watch[] {
  const mode: Mode = assume ? 'assume' : 'conclude';
  const one = (j: Judge, target: number): Watch[] => {
    if (j.kind === 'and') return j.parts.flatMap((p) => one(p, target));
    if (j.kind !== 'always')
      return [{ target, assume, run: -1, stage: 'state', margin: marginTree(j, mode, tolerance(-1)) }];
    return [{ target, assume, run: j.run, stage: j.stage, margin: marginTree(j.body, mode, tolerance(j.run)) }];
  };
  return judges.flatMap(one);
}

interface FastRun {
  readonly program: RunProgram;
  readonly start: Compiled;
  readonly step: Compiled;
  readonly body: Compiled;
  readonly moments: Compiled;
  readonly size: number;
  readonly watches: readonly Watch[];
  readonly sides: Float64Array;
}

function fastRun(r: RunProgram, p: Program, all: readonly Watch[], index: number): FastRun {
  const here = [...p.env, ...r.node.variables, r.node.clock, ...p.inputs];
  const sides = withScales(r.relations);
  return {
    program: r,
    start: compile(r.start),
    step: compile(r.step),
    body: compile(tape(here, sides)),
    moments: compile(r.moments),
    size: r.node.variables.length,
    watches: all.filter((w) => w.run === index),
    sides: new Float64Array(sides.length),
  };
}

interface Machine {
  readonly program: Program;
  readonly outcome: FastOutcome;
  readonly env: Float64Array;
  readonly paramCount: number;
  readonly inputCount: number;
}

function note(m: Machine, w: Watch, value: number, step: number): void {
  const { outcome } = m;
  if (w.assume) {
    outcome.slack = smaller(outcome.slack, value);
  } else if (Number.isNaN(value)) {
    if (outcome.unclear[w.target] === -1) outcome.unclear[w.target] = Math.max(step, 0);
  } else if (value < outcome.margins[w.target]!) {
    outcome.margins[w.target] = value;
    outcome.steps[w.target] = step;
  }
}

/** The smaller of two, NaN when either is. */
const smaller = (a: number, b: number): number => (Number.isNaN(a) || a <= b ? a : b);

function runMap(m: Machine, f: FastRun, inputs: Float64Array, horizon: number): void {
  const { node, offset } = f.program;
  const here = new Float64Array(m.env.length + f.size + 1 + m.inputCount);
  const state = new Float64Array(f.size);
  const moments = node.moments.map((t) => Number(t.value?.num ?? -1));
  const last = node.steps ?? horizon;
  const end = Math.max(f.watches.length > 0 ? last : 0, ...moments);
  f.start(m.env, state);
  for (let k = 0; ; k++) {
    for (let i = 0; i < moments.length; i++) if (moments[i] === k) m.env.set(state, offset + i * f.size);
    here.set(m.env);
    here.set(state, m.env.length);
    here[m.env.length + f.size] = k;
    if (m.inputCount > 0 && k < horizon)
      here.set(inputs.subarray(k * m.inputCount, (k + 1) * m.inputCount), m.env.length + f.size + 1);
    if (f.watches.length > 0 && k <= last && watchStep(m, f, here, k, k < last)) return;
    if (k >= end) return;
    f.step(here, state);
  }
}

/** True when the run may stop: an assumption has failed. */
function watchStep(m: Machine, f: FastRun, here: Float64Array, k: number, more: boolean): boolean {
  f.body(here, f.sides);
  for (const w of f.watches) if (more || w.stage === 'state') note(m, w, w.margin(f.sides), k);
  return !(m.outcome.slack >= 0);
}

const CHECKS = 8;

function runFlow(m: Machine, f: FastRun, inputs: Float64Array, horizon: number): void {
  const { node, offset } = f.program;
  const here = new Float64Array(m.env.length + f.size + 1 + m.inputCount);
  const start = new Float64Array(f.size);
  f.start(m.env, start);
  here.set(m.env);
  if (m.inputCount > 0) here.set(inputs.subarray(0, m.inputCount), m.env.length + f.size + 1);
  const times = new Float64Array(node.moments.length);
  f.moments(m.env, times);
  const place = (t: number, y: Float64Array): void => {
    here.set(y, m.env.length);
    here[m.env.length + f.size] = t;
  };
  const end = f.watches.length > 0 ? horizon / 4 : 0;
  const field = (t: number, y: Float64Array, out: Float64Array): void => {
    place(t, y);
    f.step(here, out);
  };
  const path = integrate(field, 0, start, Math.max(end, ...times), { rtol: 1e-10, atol: 1e-14, maxSteps: 20_000 });
  times.forEach((t, i) => {
    m.env.set(path.at(t) ?? new Float64Array(f.size).fill(NaN), offset + i * f.size);
  });
  if (f.watches.length === 0) return;
  for (let k = 0; k <= CHECKS; k++) {
    const t = (Math.min(end, path.t) * k) / CHECKS;
    const y = path.at(t);
    if (!y) return;
    place(t, y);
    f.body(here, f.sides);
    for (const w of f.watches) note(m, w, w.margin(f.sides), k);
  }
}

const ROUNDING = 64 * 2 ** -53;
const INTEGRATION = 1e-7;

/** Compiles a program for the search. */
export function fastInstance(p: Program): FastInstance {
  const anyFlow = p.runs.some((r) => r.node.kind === 'flow');
  const tolerance = (run: number): number =>
    (run < 0 ? anyFlow : p.runs[run]!.node.kind === 'flow') ? INTEGRATION : ROUNDING;
  const all = [...watches(p.assume, true, tolerance), ...watches(p.conclude, false, tolerance)];
  const runs = p.runs.map((r, i) => fastRun(r, p, all, i));
  const topTerms = withScales(p.relations);
  const top = { compute: compile(tape(p.env, topTerms)), sides: new Float64Array(topTerms.length) };
  const topWatches = all.filter((w) => w.run < 0);
  const guide = compile(p.guide);
  const reals = p.instance.reals.map((r) => ({ ...r, coordinates: coordinates(r.domain, r.shape) }));
  const inputs = p.instance.inputs.map((r) => ({ ...r, coordinates: coordinates(r.domain, r.shape) }));
  const machine: Machine = {
    program: p,
    outcome: {
      slack: Infinity,
      accepted: false,
      margins: new Float64Array(p.conclude.length),
      steps: new Int32Array(p.conclude.length),
      unclear: new Int32Array(p.conclude.length),
      guide: new Float64Array(p.guide.outputs.length),
    },
    env: new Float64Array(p.env.length),
    paramCount: p.params.length,
    inputCount: p.inputs.length,
  };
  const m = machine;
  const realCount = reals.reduce((n, r) => n + r.coordinates.length, 0);
  const perStep = inputs.reduce((n, r) => n + r.coordinates.length, 0);
  const fill = (list: typeof reals, x: Float64Array, from: number, out: Float64Array, at: number): void => {
    let [read, write] = [from, at];
    for (const r of list) {
      const here = x.subarray(read, read + r.coordinates.length);
      out.set(r.domain.form === 'entries' ? here : values(float64, r.domain, r.shape, [...here]), write);
      read += r.coordinates.length;
      write += r.variables.length;
    }
  };
  const evaluate = (x: Float64Array, horizon: number): FastOutcome => {
    const { outcome } = m;
    outcome.slack = Infinity;
    outcome.margins.fill(Infinity);
    outcome.steps.fill(-1);
    outcome.unclear.fill(-1);
    m.env.fill(NaN);
    fill(reals, x, 0, m.env, 0);
    const flat = new Float64Array(p.inputs.length * horizon);
    if (perStep > 0)
      for (let k = 0; k < horizon; k++) fill(inputs, x, realCount + k * perStep, flat, k * p.inputs.length);
    for (const r of runs) (r.program.node.kind === 'map' ? runMap : runFlow)(m, r, flat, horizon);
    top.compute(m.env, top.sides);
    for (const w of topWatches) note(m, w, w.margin(top.sides), -1);
    guide(m.env, outcome.guide);
    outcome.accepted = outcome.slack >= 0;
    return outcome;
  };
  return {
    program: p,
    coordinates: reals.flatMap((r) => r.coordinates),
    stepCoordinates: inputs.flatMap((r) => r.coordinates),
    evaluate,
  };
}
