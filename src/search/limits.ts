/**
 * Limits in doubles: of gradient flow by Newton's method on its dual, of descent by running it. Nothing is believed.
 *
 * Search tier; conventions as in docs/limits.md. NaN where the method does not settle. A flow costs about ten Newton
 * steps, a run up to STEPS evaluations of its step.
 */
import type { Diagonal } from '../dynamics/diagonal.ts';
import { independent, type Rows, solve } from './solvers.ts';

/** w and dw/ds of one coordinate, and its factors, as functions of the dual variable s. */
interface Link {
  readonly low: number;
  readonly high: number;
  readonly w: (s: number) => number;
  readonly slope: (s: number) => number;
  readonly factors: (s: number) => readonly [number, number];
}

function exponential(up: number, down: number, factors: Link['factors']): Link {
  return {
    low: -Infinity,
    high: Infinity,
    w: up === down ? (s) => 2 * up * Math.sinh(s) : (s) => up * Math.exp(s) - down * Math.exp(-s),
    slope: (s) => up * Math.exp(s) + down * Math.exp(-s),
    factors,
  };
}

function powers(depth: number, u: number, v: number | undefined): Link {
  const p = depth / (depth - 2);
  const [a, b] = [u ** (2 - depth), v === undefined ? Infinity : v ** (2 - depth)];
  return {
    low: -b,
    high: a,
    w: (s) => (a - s) ** -p - (v === undefined ? 0 : (b + s) ** -p),
    slope: (s) => p * (a - s) ** (-p - 1) + (v === undefined ? 0 : p * (b + s) ** (-p - 1)),
    factors: (s) => [(a - s) ** (-1 / (depth - 2)), v === undefined ? NaN : (b + s) ** (-1 / (depth - 2))],
  };
}

/** The link of coordinate i from the starting weights; undefined where the flow lemma does not hold. */
function linkOf({ form, depth, up, down }: Diagonal, i: number, at: Float64Array): Link | undefined {
  const u = at[up[i]![0]!]!;
  const v = down.length > 0 ? at[down[i]!]! : undefined;
  if (form === 'product') {
    const [p, m] = [u + v!, u - v!];
    if (u === v && u > 0) return exponential(u * u, 0, (s) => [u * Math.exp(s / 2), u * Math.exp(s / 2)]);
    if (p === 0 || m === 0) return undefined;
    return exponential((p * p) / 4, (m * m) / 4, (s) => {
      const [a, b] = [p * Math.exp(s / 2), m * Math.exp(-s / 2)];
      return [(a + b) / 2, (a - b) / 2];
    });
  }
  if (form === 'layers' && up[i]!.some((k) => at[k] !== u)) return undefined;
  if (u === 0 || v === 0) return undefined;
  if (depth === 2)
    return exponential(u * u, v === undefined ? 0 : v * v, (s) => [u * Math.exp(s / 2), (v ?? NaN) * Math.exp(-s / 2)]);
  return u > 0 && !(v !== undefined && v < 0) ? powers(depth, u, v) : undefined;
}

const ROUNDS = 200;
/** λ with X·h(Xᵀλ) = y by damped Newton steps on the convex dual; undefined where it does not settle. */
function dual(x: Rows, y: readonly number[], links: readonly Link[]): number[] | undefined {
  let lambda = y.map(() => 0);
  const along = (m: readonly number[], i: number): number => {
    let s = 0;
    for (let k = 0; k < m.length; k++) s += x[k]![i]! * m[k]!;
    return s;
  };
  const residual = (m: readonly number[]): number[] => {
    const w = links.map((l, i) => l.w(along(m, i)));
    return x.map((row, k) => row.reduce((s, e, i) => s + e * w[i]!, 0) - y[k]!);
  };
  let r = residual(lambda);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = links.map((l, i) => l.slope(along(lambda, i)));
    const h = x.map((row) => Float64Array.from(x, (o) => row.reduce((s, e, i) => s + e * o[i]! * slopes[i]!, 0)));
    const scale = Math.max(...h.map((row, k) => row[k]!));
    const move = solve(
      h.map((row) => row.map((e) => e / scale)),
      r.map((e) => -e / scale),
    );
    if (!move) return undefined;
    const fall = move.reduce((s, e, k) => s + e * r[k]!, 0);
    let t = 1;
    let relative = 0;
    links.forEach((l, i) => {
      const [ds, s] = [along(move, i), along(lambda, i)];
      if (ds === 0) return;
      const room =
        l.high === Infinity ? 4 : ds > 0 ? 0.9 * (l.high - s) : l.low === -Infinity ? Infinity : 0.9 * (s - l.low);
      t = Math.min(t, room / Math.abs(ds));
      relative = Math.max(relative, Math.abs(ds) / Math.min(1 + Math.abs(s), room));
    });
    if (relative < 1e-14 || !(fall < 0)) return Number.isFinite(relative) && relative < 1e-6 ? lambda : undefined;
    for (let halved = 0; halved < 40; halved++) {
      const next = lambda.map((e, k) => e + t * move[k]!);
      const there = residual(next);
      if (move.reduce((s, e, k) => s + e * there[k]!, 0) <= -0.1 * fall) {
        [lambda, r] = [next, there];
        break;
      }
      t /= 2;
    }
    if (relative * t < 1e-14) return lambda;
  }
  return undefined;
}

/** The state at the flow's limit, written over its start; NaN where the method does not settle. */
export function flowLimit(d: Diagonal, x: Rows, y: readonly number[], state: Float64Array): void {
  const { rows, fits } = independent(x, y);
  const links = d.up.map((_, i) => linkOf(d, i, state));
  const moving = links.map((_, i) => i).filter((i) => rows.some((k) => x[k]![i] !== 0));
  const known = moving.map((i) => links[i]);
  if (!fits || !known.every((l) => l !== undefined)) return void state.fill(NaN);
  const kept = rows.map((k) => Float64Array.from(moving, (i) => x[k]![i]!));
  const lambda = dual(
    kept,
    rows.map((k) => y[k]!),
    known,
  );
  if (!lambda) return void state.fill(NaN);
  moving.forEach((i, j) => {
    const s = lambda.reduce((t, m, k) => t + kept[k]![j]! * m, 0);
    const [high, low] = links[i]!.factors(s);
    for (const k of d.up[i]!) state[k] = high;
    if (d.down.length > 0) state[d.down[i]!] = low;
  });
}

const STEPS = 3000;
const STILL = 1e-15;
/** Runs a map in place until nothing moves; false when it does not settle in time. */
export function settle(state: Float64Array, step: (state: Float64Array, k: number) => void): boolean {
  const before = new Float64Array(state.length);
  let still = 0;
  for (let k = 0; k < STEPS; k++) {
    before.set(state);
    step(state, k);
    let moved = 0;
    for (let i = 0; i < state.length; i++)
      moved = Math.max(moved, Math.abs(state[i]! - before[i]!) / (1e-300 + Math.abs(state[i]!) + 1e-3));
    if (!(moved < Infinity)) return false;
    still = moved <= STILL ? still + 1 : 0;
    if (still >= 3) return true;
  }
  return false;
}
