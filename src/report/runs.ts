/**
 * The runs of a claim at one point, in doubles: loss, sharpness, the path through weight space and the flow beside it.
 *
 * Search tier: for plots, decides nothing. Cost: some hundred steps, a second derivative of the loss where the state has
 * at most 12 entries, an integration of the flow.
 */
import { judge } from '../claim/judge.ts';
import type { ExactPoint } from '../claim/point.ts';
import type { Program, RunProgram } from '../claim/program.ts';
import { integrate } from '../dynamics/integrate.ts';
import { negate } from '../expr/expr.ts';
import { gradient } from '../expr/gradient.ts';
import type { Term } from '../expr/term.ts';
import { toNumber } from '../number/decimal.ts';
import { float64 } from '../number/float64.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';
import { plainName } from './plot/svg.ts';

type Numbers = readonly number[];

/** A run followed for a while. Row k is the state at `times[k]`. */
export interface Followed {
  readonly program: RunProgram;
  readonly kind: 'map' | 'flow';
  readonly times: Numbers;
  readonly states: readonly Numbers[];
  readonly names: readonly string[];
  readonly loss: Numbers | undefined;
  /** The largest eigenvalue of the loss's second derivative times the step size (alone, for a flow). */
  readonly sharpness: Numbers | undefined;
  /** Gradient flow of the loss from the same start, for descent. */
  readonly flow: readonly Numbers[] | undefined;
  readonly lossAt: ((state: Numbers) => number) | undefined;
}

/** A run is followed while it stays within this many times its start: what leaves would flatten the rest. */
const FAR = 30;
const size = (x: Numbers): number => x.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
const within = (start: Numbers) => {
  const most = FAR * (1 + size(start));
  return (x: Numbers): boolean => x.every(Number.isFinite) && size(x) <= most;
};

interface Site {
  readonly env: Numbers;
  readonly inputs: (step: number) => Numbers | undefined;
  /** Parameters, state, clock, inputs: what the tapes of a step take. */
  readonly names: readonly Term[];
}

function siteOf(p: Program, x: ExactPoint, r: RunProgram): Site {
  const floats = x.inputs.map((step) => step.map(toNumber));
  const point = { params: x.params.map(toNumber), inputs: (k: number) => floats[k] ?? [], horizon: x.horizon };
  const env = judge(float64, p, point).env.map((v) => v ?? Number.NaN);
  const inputs = (k: number): Numbers | undefined => (p.inputs.length === 0 ? [] : floats[k]);
  return { env, inputs, names: [...p.env, ...r.node.variables, r.node.clock, ...p.inputs] };
}

const STEPS = 60;
const MOST = 400;

/** How far a run is followed: past what the claim speaks of, as far as inputs are known. */
function length(p: Program, x: ExactPoint, r: RunProgram): number {
  const asked = Math.max(r.node.steps ?? 0, x.horizon, ...r.node.moments.map((t) => Number(t.value?.num ?? 0n)));
  return p.inputs.length > 0
    ? Math.min(x.inputs.length, MOST)
    : Math.min(MOST, Math.max(STEPS, Math.ceil(1.5 * asked)));
}

function stepped(p: Program, x: ExactPoint, r: RunProgram, site: Site): readonly Numbers[] {
  let state = evaluate(float64, r.start, site.env) as Numbers;
  const sane = within(state);
  const out = [state];
  for (let k = 0; k < length(p, x, r) && sane(state); k++) {
    const inputs = site.inputs(k);
    if (!inputs) break;
    state = evaluate(float64, r.step, [...site.env, ...state, k, ...inputs]) as Numbers;
    if (sane(state) || (k === 0 && state.every(Number.isFinite))) out.push(state);
  }
  return out;
}

const SAMPLES = 160;
const TOLERANCE = { rtol: 1e-7, atol: 1e-11, maxSteps: 1200 } as const;

/** A field followed from a state; samples at equal times up to where it got. */
function followedField(
  field: (y: Numbers, t: number) => Numbers,
  start: Numbers,
  end: number,
): { times: Numbers; states: readonly Numbers[] } {
  const f = (t: number, y: Float64Array, out: Float64Array): void => out.set(field([...y], t));
  const path = integrate(f, 0, start, end, TOLERANCE);
  const times = Array.from({ length: SAMPLES + 1 }, (_, k) => (path.t * k) / SAMPLES);
  const states = times.map((t) => [...(path.at(t) ?? start)]);
  const sane = within(start);
  const kept = states.findIndex((s) => !sane(s));
  const n = kept < 0 ? states.length : Math.max(1, kept);
  return { times: times.slice(0, n), states: states.slice(0, n) };
}

/** Second derivatives of the loss by the states that are not sums, row by row; undefined where they have no rule. */
function secondDerivative(r: RunProgram, names: readonly Term[], size: number): Tape | undefined {
  const { loss, descent, variables } = r.node;
  if (!loss || size > 12) return undefined;
  try {
    const own = variables.slice(0, size);
    const first = descent?.gradient.slice(0, size) ?? gradient(loss, own);
    return tape(
      names,
      first.flatMap((g) => gradient(g, own)),
    );
  } catch {
    return undefined;
  }
}

/** The largest eigenvalue of a symmetric matrix by cyclic Jacobi rotations. */
export function largestEigenvalue(entries: Numbers): number {
  const n = Math.round(Math.sqrt(entries.length));
  const a = Float64Array.from(entries);
  if (!a.every(Number.isFinite)) return Number.NaN;
  const at = (i: number, j: number): number => a[i * n + j]!;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        off += at(i, j) ** 2;
        rotate(a, n, i, j);
      }
    if (off < 1e-24) break;
  }
  return Math.max(...Array.from({ length: n }, (_, i) => at(i, i)));
}
function rotate(a: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
  }
}

const own = (r: RunProgram): number =>
  r.node.state.reduce((n, s) => n + (s.sum ? 0 : s.shape.rows * s.shape.columns), 0);
const stateNames = (r: RunProgram): readonly string[] =>
  r.node.variables.slice(0, own(r)).map((v) => plainName(v.name!.replace(/^run\d+:/, '')));

/** The clock at row k and the inputs that belong to it. */
type At = (k: number) => readonly [clock: number, inputs: Numbers] | undefined;

function along(t: Tape | undefined, site: Site, states: readonly Numbers[], at: At): readonly Numbers[] | undefined {
  if (!t) return undefined;
  return states.flatMap((s, k) => {
    const here = at(k);
    return here ? [evaluate(float64, t, [...site.env, ...s, here[0], ...here[1]]) as Numbers] : [];
  });
}

function measured(
  p: Program,
  r: RunProgram,
  site: Site,
  times: Numbers,
  states: readonly Numbers[],
  flow: boolean,
): Pick<Followed, 'loss' | 'sharpness'> {
  const blank = p.inputs.map(() => Number.NaN);
  const at: At = (k) => {
    const inputs = flow ? blank : (site.inputs(k) ?? blank);
    return [times[k]!, inputs];
  };
  const loss = r.node.loss && along(tape(site.names, [r.node.loss]), site, states, at)?.map(([v]) => v!);
  const second = along(secondDerivative(r, site.names, own(r)), site, states, at)?.map(largestEigenvalue);
  const eta = r.node.descent && along(tape(site.names, [r.node.descent.eta]), site, states, at)?.map(([v]) => v!);
  const scaled = second?.map((v, k) => (flow ? v : v * (eta?.[k] ?? Number.NaN)));
  return { loss, sharpness: scaled?.some(Number.isFinite) ? scaled : undefined };
}

/** The gradient flow of the loss, as long as the run is (in the time η·steps). */
function beside(p: Program, r: RunProgram, site: Site, states: readonly Numbers[]): readonly Numbers[] | undefined {
  const d = r.node.descent;
  if (!d || p.inputs.length > 0 || own(r) !== r.node.variables.length) return undefined;
  const field = tape(site.names, d.gradient.map(negate));
  const [eta] = evaluate(float64, tape(site.names, [d.eta]), [...site.env, ...states[0]!, 0]) as Numbers;
  const time = eta! * STEPS;
  if (!Number.isFinite(time) || time <= 0) return undefined;
  return followedField((y, t) => evaluate(float64, field, [...site.env, ...y, t]) as Numbers, states[0]!, time).states;
}

/** Follows every run of the program at a point. Runs that can't be followed there are left out. */
export function follow(p: Program, x: ExactPoint): readonly Followed[] {
  return p.runs.flatMap((r) => {
    try {
      const site = siteOf(p, x, r);
      const flow = r.node.kind === 'flow';
      const made = flow ? flowed(p, x, r, site) : undefined;
      const states = made?.states ?? stepped(p, x, r, site);
      const times = made?.times ?? states.map((_, k) => k);
      if (states.length < 2) return [];
      const lossTape = r.node.loss && tape(site.names, [r.node.loss]);
      const blank = p.inputs.map(() => Number.NaN);
      return [
        {
          program: r,
          kind: r.node.kind,
          times,
          states,
          names: stateNames(r),
          ...measured(p, r, site, times, states, flow),
          flow: flow ? undefined : beside(p, r, site, states),
          lossAt:
            lossTape &&
            ((s: Numbers) => (evaluate(float64, lossTape, [...site.env, ...s, 0, ...blank]) as Numbers)[0]!),
        },
      ];
    } catch {
      return [];
    }
  });
}

function flowed(p: Program, x: ExactPoint, r: RunProgram, site: Site): { times: Numbers; states: readonly Numbers[] } {
  const asked = evaluate(float64, r.moments, site.env) as Numbers;
  const end = 1.25 * Math.max(1, x.horizon / 4, ...asked.filter(Number.isFinite));
  const blank = p.inputs.map(() => Number.NaN);
  const start = evaluate(float64, r.start, site.env) as Numbers;
  return followedField((y, t) => evaluate(float64, r.step, [...site.env, ...y, t, ...blank]) as Numbers, start, end);
}
