/**
 * Flows enclosed in rigorous arithmetic: interval Taylor series with Lohner's representation of sets.
 *
 * For x' = f(x) and every start in a box, the result holds every solution at every time up to the end. A step: Picard's
 * inclusion gives an a-priori box E (existence and uniqueness included), the Taylor polynomial is evaluated at the middle,
 * its Jacobian on the whole set, the remainder on E; sets are m + C·r₀ + B·r with B orthogonal, so that wrapping is held
 * back and what depends on the start stays linear in it. Order and step are chosen from the coefficients. Trusts
 * interval.ts, series.ts and the differentiator. O((nodes + d³)·order²) operations a step. Anything that fails, including
 * formulas without a Taylor series, is `undecided` with a reason; starts that are parameters are coordinates with x' = 0.
 */
import { gradient } from '../expr/gradient.ts';
import type { Term } from '../expr/term.ts';
import * as T from '../expr/term.ts';
import { between, interval as I, type Interval, point } from '../number/interval.ts';
import { rational } from '../number/rational.ts';
import {
  apply,
  type Box,
  bounded,
  breadth,
  cut,
  gap,
  type IMatrix,
  inverse,
  joined,
  middle,
  type Numbers,
  orthogonal,
  points,
  sum,
  times,
  unit,
  within,
  ZERO,
} from './matrices.ts';
import { type Series, series, solution } from './series.ts';

export interface Flow {
  /** Variables. */
  readonly state: readonly Term[];
  /** The rate of each, as a formula of the state. */
  readonly rate: readonly Term[];
}
export interface FlowOptions {
  readonly order?: number;
  /** Remainder allowed a step, relative to the size of the state. */
  readonly tolerance?: number;
  readonly maxSteps?: number;
  /** A set wider than this (in any coordinate) ends the run. */
  readonly maxWidth?: number;
}
export type FlowReason = 'no Taylor series' | 'no a-priori enclosure' | 'enclosure too wide' | 'too many steps';
export interface Tube {
  readonly kind: 'reached' | 'undecided';
  readonly reason: FlowReason | undefined;
  /** Enclosed up to this time. */
  readonly time: number;
  readonly end: readonly Interval[];
  readonly steps: number;
  readonly order: number;
  /** All solutions at all times from `from` to `to`; undefined outside [0, time]. */
  readonly over: (from: number, to?: number) => readonly Interval[] | undefined;
}

/** c₀ + τ·c₁ + τ²·c₂ + … */
const horner = (c: Box, tau: Interval): Interval => c.reduceRight((value, x) => I.add(I.mul(value, tau), x));

interface Compiled {
  readonly rate: Series;
  /** The rate, then its Jacobian row by row. */
  readonly full: Series;
}
/** m + C·r₀ + B·r, for all r₀ in the start minus its middle. */
interface Held {
  readonly m: Box;
  readonly c: Numbers;
  readonly b: Numbers;
  readonly r: Box;
  readonly box: Box;
}
/** What is kept of a step: enough to evaluate the solution inside it. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly held: Held;
  readonly centre: IMatrix;
  readonly rest: Box;
  /** Coefficients of the Jacobian of the Taylor polynomial, one matrix an order. */
  readonly jacobian: readonly IMatrix[];
  readonly order: number;
}

function compile(flow: Flow): Compiled | undefined {
  try {
    const jacobian = flow.rate.flatMap((f) => gradient(f, flow.state));
    return { rate: series(flow.state, flow.rate), full: series(flow.state, [...flow.rate, ...jacobian]) };
  } catch {
    return undefined;
  }
}

/** Taylor coefficients of the Jacobian of the flow map: V' = Df(x)·V, V(0) = 1. */
function variational(full: Series, box: Box, order: number): readonly IMatrix[] {
  const n = box.length;
  const { outputs } = solution(I, full, box, Math.max(1, order));
  const df = Array.from({ length: order }, (_, k) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => outputs[n + i * n + j]![k]!)),
  );
  const v: IMatrix[] = [points(unit(n))];
  for (let k = 0; k < order; k++) {
    const share = I.rational(rational(1, k + 1));
    const parts = df.slice(0, k + 1).map((d, j) => times(d, v[k - j]!));
    v.push(parts.reduce((s, p) => s.map((row, i) => sum(row, p[i]!))).map((row) => row.map((x) => I.mul(x, share))));
  }
  return v;
}

/** A box E with X + [0, h]·f(E) inside E: every solution from X exists up to h and stays in it. */
function apriori(rate: Series, x: Box, h: number): Box | undefined {
  const span = between(0, h);
  const image = (e: Box): Box | undefined => {
    const { outputs } = solution(I, rate, e, 1);
    const next = x.map((c, i) => I.add(c, I.mul(span, outputs[i]![0]!)));
    return next.every(bounded) ? next : undefined;
  };
  let e = image(x);
  for (let tries = 0; e && tries < 6; tries++) {
    const room = e.map((c) => 0.2 * breadth(c) + 1e-15 * Math.max(Math.abs(c.lo), Math.abs(c.hi)) + 1e-300);
    const wide = e.map((c, i) => between(c.lo - room[i]!, c.hi + room[i]!));
    const next = image(wide);
    if (next?.every((c, i) => within(c, wide[i]!))) return image(next) ?? next;
    e = next?.map((c, i) => joined(c, wide[i]!));
  }
  return undefined;
}

/** The set after a time τ inside a step (an interval of times allowed), as a box; and its parts for the next step. */
function advance(s: Step, start: Box, tau: Interval) {
  const power = I.pow(tau, s.order);
  const point0 = s.centre.map((c, i) => I.add(horner(c, tau), I.mul(power, s.rest[i]!)));
  const n = s.held.box.length;
  const map = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) =>
      horner(
        s.jacobian.map((v) => v[i]![j]!),
        tau,
      ),
    ),
  );
  const [sc, sb] = [times(map, points(s.held.c)), times(map, points(s.held.b))];
  const direct = sum(point0, apply(map, gap(s.held.box, s.held.m)));
  const linear = sum(point0, sum(apply(sc, start), apply(sb, s.held.r)));
  return { point0, sc, sb, box: direct.map((x, i) => cut(x, linear[i]!)) };
}

/** The held set after a whole step. */
function rebase(s: Step, start: Box): Held | undefined {
  const { point0, sc, sb, box } = advance(s, start, I.sub(point(s.to), point(s.from)));
  if (!box.every(bounded) || ![...sc, ...sb].flat().every(bounded)) return undefined;
  const m = box.map((x) => point(middle(x)));
  const c = sc.map((row) => row.map(middle));
  const loose = apply(
    sc.map((row, i) => gap(row, points(c)[i]!)),
    start,
  );
  const b = orthogonal(
    sb.map((row) => row.map(middle)),
    s.held.r.map(breadth),
  );
  const back = inverse(b);
  if (!back) return undefined;
  const r = sum(apply(times(back, sb), s.held.r), apply(back, sum(gap(point0, m), loose)));
  return r.every(bounded) ? { m, c, b, r, box } : undefined;
}

const ORDERS = [6, 8, 10, 12, 14, 16, 18, 20, 24];

interface Plan {
  readonly order: number;
  readonly step: number;
}
/** The order that costs least for a remainder within the tolerance, and its step. */
function plan(rate: Series, m: Box, tolerance: number, orders: readonly number[], left: number): Plan {
  const { x } = solution(I, rate, m, Math.max(...orders));
  const size = (k: number): number => Math.max(...x.map((c) => Math.max(Math.abs(c[k]!.lo), Math.abs(c[k]!.hi))));
  const scale = Math.max(size(0), 1e-100);
  const stepOf = (k: number): number => {
    const bound = Math.max(size(k) / scale, (size(k - 1) / scale) ** (k / (k - 1)));
    return bound > 0 ? Math.min(left, 0.8 * (tolerance / bound) ** (1 / k)) : left;
  };
  const cost = (k: number): number =>
    ((k + 4) * (k + 4)) / Math.min(stepOf(k), 0.7 / Math.max(size(1) / scale, 1e-300));
  const order = orders.reduce((best, k) => (cost(k) < cost(best) ? k : best));
  return { order, step: stepOf(order) };
}

/** One step from a held set, shortened until Picard's inclusion and the remainder allow it. */
function take(f: Compiled, held: Held, from: number, to: number, tolerance: number, p: Plan): Step | undefined {
  const size = Math.max(1e-100, ...held.box.map((x) => Math.max(Math.abs(x.lo), Math.abs(x.hi))));
  const scale = tolerance * size + 0.01 * Math.max(...held.box.map(breadth));
  let h = p.step;
  for (let tries = 0; tries < 60; tries++, h *= 0.6) {
    const end = to - from <= h * 1.0001 ? to : from + h;
    if (!(end > from)) return undefined;
    const e = apriori(f.rate, held.box, I.sub(point(end), point(from)).hi);
    if (!e) continue;
    const rest = solution(I, f.rate, e, p.order).x.map((c) => c[p.order]!);
    if (!rest.every(bounded)) continue;
    if (tries < 40 && Math.max(...rest.map(breadth)) * (end - from) ** p.order > 30 * scale) continue;
    const centre = solution(I, f.rate, held.m, p.order - 1).x;
    const jacobian = variational(f.full, held.box, p.order - 1);
    return { from, to: end, held, centre, rest, jacobian, order: p.order };
  }
  return undefined;
}

/** Encloses every solution of the flow that starts in the box, from time 0 to `to`. */
export function enclose(flow: Flow, start: Box, to: number, options: FlowOptions = {}): Tube {
  if (flow.state.length !== flow.rate.length || start.length !== flow.state.length)
    throw new RangeError('a rate and a start for every coordinate are wanted');
  if (!(to >= 0)) throw new RangeError(`a time from 0 on is wanted, found ${to}`);
  const f = compile(flow);
  const m = start.map((x) => point(middle(x)));
  const n = start.length;
  const first: Held = { m, c: unit(n), b: unit(n), r: m.map(() => ZERO), box: start };
  if (!f || !start.every(bounded)) return tube([], first, gap(start, m), 'no Taylor series');
  const r0 = gap(start, m);
  const steps: Step[] = [];
  const { held, reason } = follow(f, first, r0, to, options, steps);
  return tube(steps, held, r0, reason);
}

function follow(f: Compiled, first: Held, r0: Box, to: number, options: FlowOptions, steps: Step[]) {
  const tolerance = options.tolerance ?? 2 ** -53;
  const orders = options.order ? [options.order] : ORDERS;
  let held = first;
  let time = 0;
  let chosen: Plan | undefined;
  while (time < to) {
    if (steps.length >= (options.maxSteps ?? 2000)) return { held, reason: 'too many steps' as const };
    const few = chosen && steps.length % 8 !== 0 ? [chosen.order] : orders;
    chosen = plan(f.rate, held.m, tolerance, few, to - time);
    const step = Number.isFinite(chosen.step) ? take(f, held, time, to, tolerance, chosen) : undefined;
    if (!step) return { held, reason: 'no a-priori enclosure' as const };
    const next = rebase(step, r0);
    if (!next || next.box.some((x) => breadth(x) > (options.maxWidth ?? 1e6)))
      return { held, reason: 'enclosure too wide' as const };
    steps.push(step);
    [held, time] = [next, step.to];
  }
  return { held, reason: undefined };
}

function tube(steps: readonly Step[], held: Held, r0: Box, reason: FlowReason | undefined): Tube {
  const time = steps.at(-1)?.to ?? 0;
  const order = steps.reduce((k, s) => Math.max(k, s.order), 0);
  const over = (from: number, to: number = from): Box | undefined => {
    if (!(from >= 0 && from <= to && to <= time)) return undefined;
    if (steps.length === 0) return held.box;
    const met = steps.filter((s) => s.from <= to && s.to >= from);
    const parts = met.map((s) => {
      const low = I.sub(point(Math.max(from, s.from)), point(s.from));
      const high = I.sub(point(Math.min(to, s.to)), point(s.from));
      return advance(s, r0, joined(low, high)).box;
    });
    return parts.reduce((a, b) => a.map((x, i) => joined(x, b[i]!)));
  };
  return { kind: reason ? 'undecided' : 'reached', reason, time, end: held.box, steps: steps.length, order, over };
}

/** A flow with parameters: they become coordinates that stay, after the state. */
export const withParameters = (flow: Flow, parameters: readonly Term[]): Flow => ({
  state: [...flow.state, ...parameters],
  rate: [...flow.rate, ...parameters.map(() => T.whole(0))],
});
