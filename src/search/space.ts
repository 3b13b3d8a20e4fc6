/**
 * The coordinates of a program at one horizon as a unit cube: what strategies move in, and how a place becomes exact.
 *
 * Every place decodes to an admissible value of its coordinate (open ends left out, grids kept). Trusts domains.ts.
 */
import { type Choice, type Coordinate, inside, values } from '../claim/domains.ts';
import type { Declared } from '../claim/instance.ts';
import type { ExactPoint } from '../claim/point.ts';
import { fixedSteps, type Program } from '../claim/program.ts';
import { ofNumber, toNumber } from '../number/decimal.ts';
import { exact } from '../number/exact.ts';
import * as Q from '../number/rational.ts';
import { type FastInstance, fastInstance } from './fast.ts';
import type { Stream } from './random.ts';
import { approximate, shortFraction, shortValues, simplestBetween } from './simple.ts';

type Rational = Q.Rational;

/** One coordinate on doubles. */
export interface Axis {
  readonly of: Coordinate;
  /** Ends that may be taken. */
  readonly low: number;
  readonly high: number;
  /** Width of one grid value in the unit cube; 0 without a grid. */
  readonly cell: number;
  /** From [0, 1]. */
  readonly decode: (z: number) => number;
  readonly encode: (x: number) => number;
  /** The exact number a decoded double stands for. */
  readonly exact: (x: number) => Rational;
  /** Simplest first. */
  readonly short: () => readonly Rational[];
  readonly shortNumbers: () => Float64Array;
}

const INWARD = 2 ** -30;
const clip = (z: number): number => Math.min(1, Math.max(0, z));

function ends(c: Coordinate): readonly [number, number] {
  const [lo, hi] = [toNumber(c.lo), toNumber(c.hi)];
  const width = hi - lo;
  const low = c.log && lo === 0 ? hi * 2 ** -60 : c.loOpen ? lo + width * INWARD : lo;
  return [low, c.hiOpen ? hi - width * INWARD : hi];
}

type Scale = Pick<Axis, 'decode' | 'encode'>;

function scale(c: Coordinate, low: number, high: number): Scale {
  if (c.step !== undefined) return gridScale(c);
  if (!c.log)
    return {
      decode: (z) => (z <= 0 ? low : z >= 1 ? high : low + (high - low) * z),
      encode: (x) => (high > low ? clip((x - low) / (high - low)) : 0),
    };
  const [from, span] = [Math.log2(low), Math.log2(high) - Math.log2(low)];
  const bottom = !c.loOpen && c.lo.num === 0n ? 0 : low;
  return {
    decode: (z) => (z <= 0 ? bottom : z >= 1 ? high : Math.min(high, Math.max(low, 2 ** (from + span * z)))),
    encode: (x) => (span > 0 && x > 0 ? clip((Math.log2(x) - from) / span) : 0),
  };
}

/** Multiples of the step, counted from the lower end. */
function gridScale(c: Coordinate): Scale {
  const [lo, step] = [toNumber(c.lo), toNumber(c.step!)];
  const most = lastMultiple(c);
  return {
    decode: (z) => lo + step * Math.min(most, Math.floor(clip(z) * (most + 1))),
    encode: (x) => (Math.round((x - lo) / step) + 0.5) / (most + 1),
  };
}
const lastMultiple = (c: Coordinate): number => {
  const n = Q.div(Q.sub(c.hi, c.lo), c.step!);
  return Number(n.num / n.den);
};

function exactly(c: Coordinate, x: number): Rational {
  if (c.step !== undefined) {
    const k = Math.round((x - toNumber(c.lo)) / toNumber(c.step));
    return Q.add(c.lo, Q.mul(Q.rational(Math.min(lastMultiple(c), Math.max(0, k))), c.step));
  }
  if (x <= toNumber(c.lo) && !c.loOpen) return c.lo;
  if (x >= toNumber(c.hi) && !c.hiOpen) return c.hi;
  return ofNumber(x);
}

const axes = new WeakMap<Coordinate, Axis>();

export function axisOf(c: Coordinate): Axis {
  const known = axes.get(c);
  if (known) return known;
  const [low, high] = ends(c);
  let short: readonly Rational[] | undefined;
  let numbers: Float64Array | undefined;
  const axis: Axis = {
    of: c,
    low,
    high,
    cell: c.step === undefined ? 0 : 1 / (lastMultiple(c) + 1),
    ...scale(c, low, high),
    exact: (x) => exactly(c, x),
    short: () => {
      short ??= shortValues(c);
      return short;
    },
    shortNumbers: () => {
      numbers ??= Float64Array.from(axis.short(), approximate);
      return numbers;
    },
  };
  axes.set(c, axis);
  return axis;
}

export interface Space {
  readonly program: number;
  readonly fast: FastInstance;
  readonly horizon: number;
  /** The search chose the horizon; fewer steps say less, so a witness may be cut to them. */
  readonly open: boolean;
  /** Steps below which a horizon makes no sense. */
  readonly least: number;
  readonly axes: readonly Axis[];
}

const compiled = new WeakMap<Program, FastInstance>();
export function fastOf(p: Program): FastInstance {
  const known = compiled.get(p);
  if (known) return known;
  const made = fastInstance(p);
  compiled.set(p, made);
  return made;
}

const HORIZONS = [1, 2, 3, 5, 8, 16, 32, 64] as const;

/** With inputs, every step up to the last moment asked for needs its own. */
function leastHorizon(p: Program): number {
  if (p.inputs.length === 0) return p.assumedTo;
  return Math.max(p.assumedTo, ...p.runs.flatMap((r) => r.node.moments.map((t) => Number(t.value?.num ?? 0))));
}

const endlessFlow = (p: Program): boolean => p.runs.some((r) => r.node.kind === 'flow' && r.relations.length > 0);

/** The horizons worth trying, shortest first. */
export function horizons(p: Program): readonly number[] {
  const least = leastHorizon(p);
  const fixed = fixedSteps(p);
  if (endlessFlow(p)) return [4, 16, 64];
  if (fixed !== undefined) return [Math.max(fixed, least)];
  return [...new Set(HORIZONS.map((h) => Math.max(h, least)))];
}

export function spaceOf(program: number, p: Program, horizon: number): Space {
  const fast = fastOf(p);
  const steps = Array.from({ length: fast.stepCoordinates.length > 0 ? horizon : 0 }, () => fast.stepCoordinates);
  return {
    program,
    fast,
    horizon,
    open: fixedSteps(p) === undefined,
    least: leastHorizon(p),
    axes: [...fast.coordinates, ...steps.flat()].map(axisOf),
  };
}

export const decode = (s: Space, z: Float64Array, out: Float64Array): Float64Array => {
  for (let i = 0; i < z.length; i++) out[i] = s.axes[i]!.decode(z[i]!);
  return out;
};

/** The simplest admissible number within `level` of x, in units of the range (of x itself on a log scale). */
export function snapped(axis: Axis, x: number, level: number): Rational {
  const { of } = axis;
  if (level === 0 || of.step !== undefined) return axis.exact(x);
  const radius = level * (of.log ? Math.abs(x) : axis.high - axis.low);
  const q = simplestBetween(Math.max(axis.low, x - radius), Math.min(axis.high, x + radius));
  return q && inside(of, q) ? q : axis.exact(x);
}

/** The double of `snapped`, up to the ends of the interval, without exact arithmetic. */
export function snappedNumber(axis: Axis, x: number, level: number): number {
  if (axis.of.step !== undefined) return x;
  const radius = level * (axis.of.log ? Math.abs(x) : axis.high - axis.low);
  const f = shortFraction(Math.max(axis.low, x - radius), Math.min(axis.high, x + radius));
  return f ? Math.min(axis.high, Math.max(axis.low, f[0] / f[1])) : x;
}

/** Entries of declared reals made from exact coordinates; undefined at a degenerate place. */
function entries(list: readonly Declared[], x: readonly Rational[], counts: readonly number[]): Rational[] | undefined {
  const out: Rational[] = [];
  let from = 0;
  for (const [i, d] of list.entries()) {
    const here = x.slice(from, from + counts[i]!);
    from += counts[i]!;
    if (d.domain.form === 'entries') out.push(...here);
    else
      for (const e of values(exact, d.domain, d.shape, here.map(exact.rational))) {
        if (!e.value) return undefined;
        out.push(e.value);
      }
  }
  return out;
}

/** Coordinates as exact numbers: first those of the reals, then those of the inputs step by step. */
export interface Place {
  readonly program: number;
  readonly horizon: number;
  readonly coordinates: readonly Rational[];
}

/** The point of a place, cut to its horizon. */
export function pointAt(fast: FastInstance, place: Place): ExactPoint | undefined {
  const { instance } = fast.program;
  const [reals, perStep] = [fast.coordinates.length, fast.stepCoordinates.length];
  const params = entries(instance.reals, place.coordinates.slice(0, reals), fast.counts.reals);
  if (!params) return undefined;
  const inputs: Rational[][] = [];
  for (let k = 0; k < (perStep > 0 ? place.horizon : 0); k++) {
    const here = place.coordinates.slice(reals + k * perStep, reals + (k + 1) * perStep);
    const step = entries(instance.inputs, here, fast.counts.inputs);
    if (!step) return undefined;
    inputs.push(step);
  }
  const choice: Choice = instance.choice;
  return { choice, params, inputs, horizon: place.horizon };
}

/** A place drawn at random: anywhere, at short values and ends, sometimes with equal entries in equal domains. */
export function draw(s: Space, stream: Stream, out: Float64Array): Float64Array {
  const equal = stream.below(4) === 0;
  const shared = new Map<Coordinate, number>();
  for (let i = 0; i < out.length; i++) {
    const axis = s.axes[i]!;
    const known = equal ? shared.get(axis.of) : undefined;
    const z = known ?? drawAxis(axis, stream);
    shared.set(axis.of, z);
    out[i] = z;
  }
  return out;
}

function drawAxis(axis: Axis, stream: Stream): number {
  const kind = stream.below(10);
  if (kind < 6) return stream.double();
  if (kind < 8) return stream.below(2);
  const short = axis.shortNumbers();
  return axis.encode(short[Math.floor(short.length * stream.double() ** 2)]!);
}
