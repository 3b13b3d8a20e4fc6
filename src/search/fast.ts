/**
 * The claim at one point in doubles, fast: slack of the assumptions and margins of every part of the conclusions.
 *
 * Search tier: nothing here is believed, a negative margin is a candidate for certification. Trusts margins.ts and the
 * compiled tapes. Cost: one pass of the tapes per step; no allocation per evaluation but for flows and special domains.
 */
import { type Coordinate, coordinates, values } from '../claim/domains.ts';
import type { Declared } from '../claim/instance.ts';
import type { Program, RunProgram } from '../claim/program.ts';
import { integrate, type Trajectory } from '../dynamics/integrate.ts';
import { float64 } from '../number/float64.ts';
import { type Compiled, compile } from '../tape/javascript.ts';
import { tape } from '../tape/tape.ts';
import { type Batch, batchOf, type Evaluated, type Points } from './batch.ts';
import { type Watch, watches, withScales } from './margins.ts';
import { solverOf } from './solved.ts';

export interface FastOutcome {
  /** Smallest relative margin of the assumptions; accepted when ≥ 0. NaN: an assumption is undefined. */
  slack: number;
  accepted: boolean;
  /** Of each part of the assumptions. After a failed one they are incomplete. */
  readonly slacks: Float64Array;
  /** A declared equality case, up to rounding. */
  tight: boolean;
  /** One margin per part: the smallest that is a number. After a failed assumption they are incomplete. */
  readonly margins: Float64Array;
  readonly relative: Float64Array;
  /** The first step at which a side of the part is not a finite number, −1 where none. */
  readonly unclear: Int32Array;
  /** The step at which each margin is attained, −1 where it has none. */
  readonly steps: Int32Array;
  readonly guide: Float64Array;
}

/** A conclusion, or one member of a conjunction. */
export interface Part {
  readonly conclusion: number;
  readonly run: number;
  readonly stage: 'state' | 'step';
}

export interface FastInstance {
  readonly program: Program;
  readonly coordinates: readonly Coordinate[];
  /** Coordinates of one step's inputs. */
  readonly stepCoordinates: readonly Coordinate[];
  /** Coordinates of each real and of each input. */
  readonly counts: { readonly reals: readonly number[]; readonly inputs: readonly number[] };
  readonly parts: readonly Part[];
  /** Parts of the assumptions. */
  readonly assumptions: number;
  /** x holds the coordinates of the reals, then those of the inputs of step 0, 1, …, horizon − 1. */
  readonly evaluate: (x: Float64Array, horizon: number) => FastOutcome;
}

interface FastRun {
  readonly program: RunProgram;
  readonly start: Compiled;
  readonly step: Compiled;
  readonly body: Compiled;
  readonly moments: Compiled;
  readonly steps: readonly number[];
  readonly watches: readonly Watch[];
  readonly sides: Float64Array;
  readonly state: Float64Array;
  /** env, state, clock, inputs. */
  readonly here: Float64Array;
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
    steps: r.node.moments.map((t) => Number(t.value?.num ?? -1)),
    watches: all.filter((w) => w.run === index),
    sides: new Float64Array(sides.length),
    state: new Float64Array(r.node.variables.length),
    here: new Float64Array(here.length),
  };
}

interface Machine {
  readonly program: Program;
  readonly outcome: FastOutcome;
  readonly env: Float64Array;
  /** Smallest relative margin of every part of a declared equality case. */
  readonly tight: Float64Array;
  inputs: Float64Array;
}

function note(m: Machine, w: Watch, sides: Float64Array, step: number): void {
  const { outcome } = m;
  const relative = w.relative(sides);
  if (w.role === 'assume') {
    outcome.slack = smaller(outcome.slack, relative);
    outcome.slacks[w.part] = smaller(outcome.slacks[w.part]!, relative);
    return;
  }
  if (w.role === 'tight') {
    m.tight[w.part] = smaller(m.tight[w.part]!, relative);
    return;
  }
  const value = w.margin(sides);
  if (!Number.isFinite(value)) {
    if (outcome.unclear[w.part] === -1) outcome.unclear[w.part] = Math.max(step, 0);
    if (Number.isNaN(value)) return;
  }
  if (value < outcome.margins[w.part]!) {
    outcome.margins[w.part] = value;
    outcome.steps[w.part] = step;
  }
  if (relative < outcome.relative[w.part]!) outcome.relative[w.part] = relative;
}

/** The smaller of two, NaN when either is. */
const smaller = (a: number, b: number): number => (Number.isNaN(a) || a <= b ? a : b);

function runMap(m: Machine, f: FastRun, horizon: number): void {
  const { here, state, steps } = f;
  const { node, offset } = f.program;
  const clock = m.env.length + state.length;
  const perStep = m.program.inputs.length;
  const last = node.steps ?? horizon;
  const end = Math.max(f.watches.length > 0 ? last : 0, ...steps);
  f.start(m.env, state);
  for (let k = 0; ; k++) {
    for (let i = 0; i < steps.length; i++) if (steps[i] === k) m.env.set(state, offset + i * state.length);
    here.set(m.env);
    here.set(state, m.env.length);
    here[clock] = k;
    if (k < horizon) for (let i = 0; i < perStep; i++) here[clock + 1 + i] = m.inputs[k * perStep + i]!;
    if (f.watches.length > 0 && k <= last && watchStep(m, f, k, k < last)) return;
    if (k >= end) return;
    f.step(here, state);
  }
}

/** True when the run may stop: an assumption has failed. */
function watchStep(m: Machine, f: FastRun, k: number, more: boolean): boolean {
  f.body(f.here, f.sides);
  for (const w of f.watches) if (more || w.stage === 'state') note(m, w, f.sides, k);
  return !(m.outcome.slack >= 0);
}

/** Moments of a flow at which statements about every time are looked at. */
const CHECKS = 8;
const FLOW = { rtol: 1e-10, atol: 1e-14, maxSteps: 20_000 } as const;

function runFlow(m: Machine, f: FastRun, horizon: number): void {
  const { here, state } = f;
  const { node, offset } = f.program;
  f.start(m.env, state);
  here.set(m.env);
  const times = new Float64Array(node.moments.length);
  f.moments(m.env, times);
  const end = f.watches.length > 0 ? horizon / 4 : 0;
  const field = (t: number, y: Float64Array, out: Float64Array): void => {
    place(m, f, t, y);
    f.step(here, out);
  };
  const path = integrate(field, 0, Float64Array.from(state), Math.max(end, ...times), FLOW);
  times.forEach((t, i) => {
    m.env.set(path.at(t) ?? new Float64Array(state.length).fill(NaN), offset + i * state.length);
  });
  if (f.watches.length > 0) watchFlow(m, f, path, Math.min(end, path.t));
}

function place(m: Machine, f: FastRun, t: number, y: Float64Array): void {
  f.here.set(y, m.env.length);
  f.here[m.env.length + f.state.length] = t;
}

function watchFlow(m: Machine, f: FastRun, path: Trajectory, end: number): void {
  for (let k = 0; k <= CHECKS; k++) {
    const t = (end * k) / CHECKS;
    const y = path.at(t);
    if (!y) return;
    place(m, f, t, y);
    f.body(f.here, f.sides);
    for (const w of f.watches) note(m, w, f.sides, k);
  }
}

type Filler = (x: Float64Array, from: number, out: Float64Array, at: number) => void;

interface Source {
  readonly of: readonly Coordinate[];
  readonly counts: readonly number[];
  readonly fill: Filler;
}

/** Writes entries made from coordinates; plain domains are copied. */
function filler(list: readonly Declared[]): Source {
  const all = list.map((r) => ({ ...r, coordinates: coordinates(r.domain, r.shape) }));
  const fill: Filler = (x, from, out, at) => {
    let [read, write] = [from, at];
    for (const r of all) {
      const here = x.subarray(read, read + r.coordinates.length);
      out.set(r.domain.form === 'entries' ? here : values(float64, r.domain, r.shape, [...here]), write);
      read += r.coordinates.length;
      write += r.variables.length;
    }
  };
  return { of: all.flatMap((r) => r.coordinates), counts: all.map((r) => r.coordinates.length), fill };
}

function machine(p: Program, assumed: number, parts: number, tight: number): Machine {
  const outcome: FastOutcome = {
    slack: Infinity,
    accepted: false,
    slacks: new Float64Array(assumed),
    tight: false,
    margins: new Float64Array(parts),
    relative: new Float64Array(parts),
    steps: new Int32Array(parts),
    unclear: new Int32Array(parts),
    guide: new Float64Array(p.guide.outputs.length),
  };
  return {
    program: p,
    outcome,
    env: new Float64Array(p.env.length),
    tight: new Float64Array(tight),
    inputs: new Float64Array(0),
  };
}

function reset(m: Machine, horizon: number): void {
  const { outcome } = m;
  outcome.slack = Infinity;
  outcome.slacks.fill(Infinity);
  outcome.margins.fill(Infinity);
  outcome.relative.fill(Infinity);
  outcome.steps.fill(-1);
  outcome.unclear.fill(-1);
  m.tight.fill(Infinity);
  m.env.fill(NaN);
  const needed = m.program.inputs.length * horizon;
  if (m.inputs.length < needed) m.inputs = new Float64Array(needed);
}

/** Some declared equality case holds in all its parts. */
function isTight(m: Machine, cases: readonly (readonly number[])[]): boolean {
  return cases.some((parts) => parts.every((part) => m.tight[part]! >= 0));
}

function byStatement(list: readonly Watch[]): readonly (readonly number[])[] {
  const cases: number[][] = [];
  for (const w of list) cases[w.statement] = [...(cases[w.statement] ?? []), w.part];
  return cases;
}

/** Everything compiled. */
interface Code {
  readonly reals: Source;
  readonly inputs: Source;
  /** Fills the solved quantities. */
  readonly solve: ((env: Float64Array) => void) | undefined;
  readonly runs: readonly FastRun[];
  /** The same in WebAssembly, where that pays. */
  readonly batch: (horizon: number) => Batch | undefined;
  readonly top: Compiled;
  readonly sides: Float64Array;
  readonly watches: readonly Watch[];
  readonly guide: Compiled;
  readonly cases: readonly (readonly number[])[];
}

/** Instructions of a step from which WebAssembly is faster for a single point. */
const WIDE = 400;
/** Instructions evaluated by then pay for compiling. */
const PAID = 4e6;
/** Numbers a batch may record of one point; longer runs stay as they are. */
const RECORDED = 2 ** 21;

/** For wide runs whose assumptions are all at the top and that nothing is solved for, after some evaluations. */
function batchSoon(p: Program, runs: readonly FastRun[], solved: boolean): Code['batch'] {
  if (solved || runs.some((r) => r.watches.some((w) => w.role === 'assume'))) return () => undefined;
  const width = (r: FastRun): number => r.program.step.code.length + r.program.body.code.length;
  if (runs.every((r) => width(r) < WIDE)) return () => undefined;
  const watched = (r: FastRun, horizon: number): number =>
    r.watches.length > 0 ? (r.program.node.steps ?? horizon) : 0;
  const total = (of: (r: FastRun) => number): number => runs.reduce((sum, r) => sum + of(r), 0);
  let work = 0;
  return (horizon) => {
    if (horizon * p.inputs.length + total((r) => r.sides.length * watched(r, horizon)) > RECORDED) return undefined;
    work += total((r) => width(r) * Math.max(watched(r, horizon), ...r.steps));
    return work < PAID ? undefined : batchOf(p);
  };
}

/** The point of the machine. */
const point = (m: Machine, horizon: number): Points => ({
  count: 1,
  horizon,
  params: (_, out) => out.set(m.env.subarray(0, out.length)),
  inputs: (_, out) => out.set(m.inputs.subarray(0, out.length)),
});

function readBatch(m: Machine, c: Code, at: Evaluated, horizon: number): void {
  for (const [i, r] of c.runs.entries()) {
    if (r.watches.length === 0) continue;
    const last = r.program.node.steps ?? horizon;
    for (let k = 0; k <= last; k++) {
      const sides = at.sides(i, k);
      for (const w of r.watches) if (k < last || w.stage === 'state') note(m, w, sides, k);
    }
  }
  const top = at.top();
  for (const w of c.watches) note(m, w, top, -1);
  m.outcome.guide.set(at.guide());
}

function evaluated(m: Machine, c: Code, x: Float64Array, horizon: number): FastOutcome {
  const { outcome, program } = m;
  reset(m, horizon);
  c.reals.fill(x, 0, m.env, 0);
  const perStep = c.inputs.of.length;
  for (let k = 0; k < horizon && perStep > 0; k++)
    c.inputs.fill(x, c.reals.of.length + k * perStep, m.inputs, k * program.inputs.length);
  c.solve?.(m.env);
  const batch = c.batch(horizon);
  if (batch) batch.run(point(m, horizon), (_, at) => readBatch(m, c, at, horizon));
  else {
    for (const r of c.runs) (r.program.node.kind === 'map' ? runMap : runFlow)(m, r, horizon);
    c.top(m.env, c.sides);
    for (const w of c.watches) note(m, w, c.sides, -1);
    c.guide(m.env, outcome.guide);
  }
  outcome.accepted = outcome.slack >= 0;
  outcome.tight = isTight(m, c.cases);
  return outcome;
}

/** Compiles a program for the search; `swift`: wide runs go over to WebAssembly. */
export function fastInstance(p: Program, swift = true): FastInstance {
  const all = watches(p);
  const role = (r: Watch['role']): readonly Watch[] => all.filter((w) => w.role === r);
  const [assumed, concluded, tight] = [role('assume'), role('conclude'), role('tight')];
  const topTerms = withScales(p.relations);
  const runs = p.runs.map((r, i) => fastRun(r, p, all, i));
  const solve = solverOf(p);
  const code: Code = {
    reals: filler(p.instance.reals),
    inputs: filler(p.instance.inputs),
    solve,
    runs,
    batch: swift ? batchSoon(p, runs, solve !== undefined) : () => undefined,
    top: compile(tape(p.env, topTerms)),
    sides: new Float64Array(topTerms.length),
    watches: all.filter((w) => w.run < 0),
    guide: compile(p.guide),
    cases: byStatement(tight),
  };
  const m = machine(p, assumed.length, concluded.length, tight.length);
  return {
    program: p,
    coordinates: code.reals.of,
    stepCoordinates: code.inputs.of,
    counts: { reals: code.reals.counts, inputs: code.inputs.counts },
    parts: concluded.map((w) => ({ conclusion: w.statement, run: w.run, stage: w.stage })),
    assumptions: assumed.length,
    evaluate: (x, horizon) => evaluated(m, code, x, horizon),
  };
}
