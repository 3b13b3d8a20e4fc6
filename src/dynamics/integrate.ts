/**
 * Gradient flows and other fields followed in floating point: Dormand–Prince 5(4) with dense output.
 *
 * Search tier: nothing here is rigorous, the error estimate is an estimate. Trusts nothing. Seven evaluations of the
 * field a step (one is shared with the next), and 5·d + 2 numbers kept a step for `at`.
 */
export type Field = (t: number, y: Float64Array, out: Float64Array) => void;

/** 'event': `until` became true at an accepted step. 'not finite': the field or the state left the doubles. */
export type Stop = 'reached' | 'event' | 'step too small' | 'not finite' | 'too many steps';

export interface IntegrateOptions {
  readonly rtol?: number;
  readonly atol?: number;
  readonly maxSteps?: number;
  readonly maxStep?: number;
  readonly firstStep?: number;
  /** Asked after every accepted step. */
  readonly until?: (t: number, y: Float64Array) => boolean;
}

export interface Trajectory {
  readonly stop: Stop;
  readonly t: number;
  readonly y: Float64Array;
  readonly steps: number;
  readonly rejected: number;
  /** The state at a time between the start and `t`, fourth order between steps; undefined outside. */
  readonly at: (time: number) => Float64Array | undefined;
}

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
const DENSE = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];
const STEP_LIMIT = 100_000;

interface Stepper {
  readonly field: Field;
  readonly k: readonly Float64Array[];
  readonly rtol: number;
  readonly atol: number;
}

/** One trial step from (t, y), with k[0] = f(t, y): fills k[1..6] and `next`, gives the scaled error (NaN: not finite). */
function trial(s: Stepper, t: number, y: Float64Array, h: number, next: Float64Array): number {
  for (let stage = 1; stage < 7; stage++) {
    combine(s.k, STAGES[stage]!, y, h, next);
    s.field(t + NODES[stage]! * h, next, s.k[stage]!);
  }
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    let e = 0;
    for (let j = 0; j < 7; j++) e += ERROR[j]! * s.k[j]![i]!;
    const scale = s.atol + s.rtol * Math.max(Math.abs(y[i]!), Math.abs(next[i]!));
    sum += ((h * e) / scale) ** 2;
    if (!Number.isFinite(next[i]!)) return Number.NaN;
  }
  return Math.sqrt(sum / Math.max(1, y.length));
}

function combine(k: readonly Float64Array[], row: readonly number[], y: Float64Array, h: number, out: Float64Array) {
  for (let i = 0; i < y.length; i++) {
    let slope = 0;
    for (let j = 0; j < row.length; j++) slope += row[j]! * k[j]![i]!;
    out[i] = y[i]! + h * slope;
  }
}

/** The five coefficients of the dense output of one step, coordinate after coordinate. */
function interpolant(k: readonly Float64Array[], y: Float64Array, next: Float64Array, h: number): Float64Array {
  const out = new Float64Array(5 * y.length);
  for (let i = 0; i < y.length; i++) {
    const rise = next[i]! - y[i]!;
    const bend = h * k[0]![i]! - rise;
    let fourth = 0;
    for (let j = 0; j < 7; j++) fourth += DENSE[j]! * k[j]![i]!;
    out.set([y[i]!, rise, bend, rise - h * k[6]![i]! - bend, h * fourth], 5 * i);
  }
  return out;
}

function firstStep(s: Stepper, y: Float64Array, span: number, asked: number | undefined): number {
  if (asked !== undefined) return Math.min(Math.abs(asked), span);
  let size = 0;
  let slope = 0;
  for (let i = 0; i < y.length; i++) {
    const scale = s.atol + s.rtol * Math.abs(y[i]!);
    size += (y[i]! / scale) ** 2;
    slope += (s.k[0]![i]! / scale) ** 2;
  }
  const guess = size < 1e-10 || slope < 1e-10 ? 1e-6 : 0.01 * Math.sqrt(size / slope);
  return Math.min(Number.isFinite(guess) ? guess : 1e-6, span);
}

interface Recorded {
  readonly start: number;
  readonly h: number;
  readonly c: Float64Array;
}

function evaluate({ start, h, c }: Recorded, time: number): Float64Array {
  const a = h === 0 ? 0 : (time - start) / h;
  const b = 1 - a;
  const out = new Float64Array(c.length / 5);
  for (let i = 0; i < out.length; i++) {
    const at = 5 * i;
    out[i] = c[at]! + a * (c[at + 1]! + b * (c[at + 2]! + a * (c[at + 3]! + b * c[at + 4]!)));
  }
  return out;
}

function dense(from: number, to: number, y0: Float64Array, steps: readonly Recorded[]): Trajectory['at'] {
  const direction = to >= from ? 1 : -1;
  return (time) => {
    if (!((time - from) * direction >= 0 && (to - time) * direction >= 0)) return undefined;
    if (steps.length === 0) return y0.slice();
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((time - steps[middle]!.start) * direction >= 0) low = middle;
      else high = middle - 1;
    }
    return evaluate(steps[low]!, time);
  };
}

const finite = (y: Float64Array): boolean => y.every((x) => Number.isFinite(x));

interface Progress {
  t: number;
  y: Float64Array;
  h: number;
  /** Error of the last accepted step: the memory of the PI controller. */
  last: number;
  rejected: number;
}

/** The factor the step is multiplied by, from this error and the last one. */
const grow = (error: number, last: number, afterReject: boolean): number =>
  Math.min(afterReject ? 1 : 10, Math.max(0.2, (0.9 * last ** 0.04) / Math.max(error, 1e-10) ** 0.17));

/** Follows y' = f(t, y) from (from, y0) to the time `to`, either direction. Never throws on numerical grounds. */
export function integrate(
  field: Field,
  from: number,
  y0: ArrayLike<number>,
  to: number,
  options: IntegrateOptions = {},
): Trajectory {
  const start = Float64Array.from(y0);
  const k = Array.from({ length: 7 }, () => new Float64Array(start.length));
  const stepper: Stepper = { field, k, rtol: options.rtol ?? 1e-9, atol: options.atol ?? 1e-12 };
  const steps: Recorded[] = [];
  const p: Progress = { t: from, y: start.slice(), h: 0, last: 1e-4, rejected: 0 };
  field(from, p.y, k[0]!);
  const sound = Number.isFinite(from) && Number.isFinite(to) && finite(start) && finite(k[0]!);
  if (sound) p.h = firstStep(stepper, p.y, Math.abs(to - from), options.firstStep);
  const stop = sound ? follow(stepper, p, to, options, steps) : 'not finite';
  const at = dense(from, p.t, start, steps);
  return { stop, t: p.t, y: p.y, steps: steps.length, rejected: p.rejected, at };
}

function follow(s: Stepper, p: Progress, to: number, options: IntegrateOptions, steps: Recorded[]): Stop {
  const maxSteps = options.maxSteps ?? STEP_LIMIT;
  const maxStep = options.maxStep ?? Number.POSITIVE_INFINITY;
  const direction = to >= p.t ? 1 : -1;
  let failed = false;
  while ((to - p.t) * direction > 0) {
    if (steps.length + p.rejected >= maxSteps) return 'too many steps';
    const size = Math.min(p.h, maxStep);
    const ends = size * 1.01 >= Math.abs(to - p.t);
    const h = ends ? to - p.t : size * direction;
    const next = new Float64Array(p.y.length);
    const error = trial(s, p.t, p.y, h, next);
    const good = error <= 1;
    if (good) advance(s, p, h, ends ? to : p.t + h, next, steps);
    else p.rejected++;
    p.h = Math.abs(h) * (Number.isNaN(error) ? 0.1 : grow(error, p.last, failed || !good));
    if (good) p.last = Math.max(error, 1e-4);
    failed = !good;
    if (good && options.until?.(p.t, p.y)) return 'event';
    if (p.h <= 4 * Number.EPSILON * Math.abs(p.t) || p.h === 0)
      if ((to - p.t) * direction > 0) return Number.isNaN(error) ? 'not finite' : 'step too small';
  }
  return 'reached';
}

function advance(s: Stepper, p: Progress, h: number, t: number, next: Float64Array, steps: Recorded[]): void {
  steps.push({ start: p.t, h, c: interpolant(s.k, p.y, next, h) });
  s.k[0]!.set(s.k[6]!);
  p.t = t;
  p.y = next;
}
