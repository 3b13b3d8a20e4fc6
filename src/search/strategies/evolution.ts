/**
 * Guided descent: (1+1)-CMA-ES with active constraint handling (Arnold and Hansen 2012) and restarts, in the unit cube.
 *
 * Outside the assumptions it climbs their slack; inside it descends the margin of one part of the conclusions (absolute or
 * relative), the least of all, or a guide of the author, and shrinks its steps towards assumptions it keeps hitting.
 * O(d²) a step; beyond WIDE coordinates the shape of the steps is not learnt.
 */
import type { FastOutcome } from '../fast.ts';
import type { Ground } from '../ground.ts';
import type { Stream } from '../random.ts';
import { decode, draw, snappedNumber } from '../space.ts';
import { type Shape, shape } from './shape.ts';

const WIDE = 48;

export interface Objective {
  readonly of: (o: FastOutcome) => number;
  /** What must be ≥ 0: the assumptions, and in half of the climbs that one of them is nearly tight. */
  readonly slack: (o: FastOutcome) => number;
}

/** One of the things that may be made small. */
function quantity(g: Ground): Objective['of'] {
  const { parts } = g.space.fast;
  const { stream } = g;
  const guides = g.space.fast.program.guide.outputs.length;
  if (guides > 0 && stream.below(2) === 0) {
    const i = stream.below(guides);
    return (o) => o.guide[i]!;
  }
  const part = parts.length > 1 && stream.below(3) > 0 ? stream.below(parts.length) : -1;
  const relative = stream.below(5) > 0;
  if (part >= 0 && g.alive(part)) return (o) => sound((relative ? o.relative : o.margins)[part]!);
  return (o) => leastOf(relative ? o.relative : o.margins, g.alive);
}

/** The last ones put a place on the edge, where a failure may be as thin as the hypothesis is near a sharp one. */
const NEARLY = [0.05, 0.02, 0.005, 1e-4, 1e-8] as const;

/** The objective of one climb. */
export function objective(g: Ground): Objective {
  return { of: quantity(g), slack: (o) => o.slack };
}

/** The same where one assumption has little slack left. */
function tightened(by: Objective, which: number, most: number): Objective {
  return { of: by.of, slack: (o) => (o.accepted ? Math.min(0, most - o.slacks[which]!) : o.slack - 1) };
}

/**
 * A violation that did not end the search was rounding, and a margin of rounding size has both sides vanish or agree:
 * neither leads anywhere.
 */
const sound = (margin: number): number => (margin >= 1e-13 ? margin : Infinity);

function leastOf(margins: Float64Array, alive: (part: number) => boolean): number {
  let m = Infinity;
  for (let i = 0; i < margins.length; i++) if (sound(margins[i]!) < m && alive(i)) m = margins[i]!;
  return m;
}

/** Feasible before infeasible, then small before large. */
export interface Score {
  readonly feasible: boolean;
  readonly value: number;
}
export function score(o: FastOutcome, by: Objective): Score {
  const slack = by.slack(o);
  if (!(slack >= 0)) return { feasible: false, value: Number.isNaN(slack) ? Infinity : -slack };
  const value = by.of(o);
  return { feasible: true, value: Number.isNaN(value) ? Infinity : value };
}
export const better = (a: Score, b: Score): boolean => (a.feasible === b.feasible ? a.value <= b.value : a.feasible);

export interface Climb {
  readonly z: Float64Array;
  score: Score;
}

/** The score of a place in the unit cube; may move the place. */
export type Rate = (z: Float64Array) => Score;

const plainRate = (g: Ground, by: Objective): Rate => {
  const x = new Float64Array(g.space.axes.length);
  return (z) => score(g.evaluate(decode(g.space, z, x)), by);
};

/**
 * False claims mostly fail where an assumption is tight, and margins also touch zero where nothing happens (a step size
 * near 0). So one coordinate is solved for: by secant steps it puts an assumption to between 0 and `most`.
 */
function edgeRate(g: Ground, by: Objective, which: number, most: number): Rate {
  const x = new Float64Array(g.space.axes.length);
  const j = g.stream.below(x.length);
  const there = tightened(by, which, most);
  let slope = NaN;
  return (z) => {
    let o = g.evaluate(decode(g.space, z, x));
    for (let k = 0; k < SECANTS && g.left(); k++) {
      const [before, slack] = [z[j]!, o.slacks[which]!];
      if (!Number.isFinite(slack) || (slack >= 0 && slack <= most)) break;
      const shift = Number.isFinite(slope) && slope !== 0 ? (most / 2 - slack) / slope : before > 0.5 ? -0.05 : 0.05;
      z[j] = inUnit(before + Math.min(0.5, Math.max(-0.5, shift)));
      if (z[j] === before) break;
      o = g.evaluate(decode(g.space, z, x));
      slope = (o.slacks[which]! - slack) / (z[j]! - before);
    }
    return score(o, there);
  };
}
const SECANTS = 12;

/** Two climbs of three go along the edge of an assumption, where there is one. */
function rating(g: Ground): Rate {
  const by = objective(g);
  const { assumptions } = g.space.fast;
  if (assumptions === 0 || g.stream.below(3) === 0) return plainRate(g, by);
  return edgeRate(g, by, g.stream.below(assumptions), NEARLY[g.stream.below(NEARLY.length)]!);
}

/** A random place, the best of a few, or the best known. */
function beginning(g: Ground, rate: Rate): Climb {
  const z = new Float64Array(g.space.axes.length);
  const known = g.stream.below(6) === 0 ? g.memory.place : undefined;
  if (known) z.set(known);
  const tries = known || g.stream.below(2) === 0 ? 1 : 6 + z.length;
  let best: Climb | undefined;
  for (let k = 0; k < tries && g.left(); k++) {
    const here = rate(known ? z : draw(g.space, g.stream, z));
    if (!best || better(here, best.score)) best = { z: Float64Array.from(z), score: here };
  }
  return best ?? { z, score: { feasible: false, value: Infinity } };
}

/** Where a climb begins, and what it makes small. */
export function starting(g: Ground): { readonly rate: Rate; readonly climb: Climb } {
  const rate = rating(g);
  return { rate, climb: beginning(g, rate) };
}

/** Most climbs are short, some are long: after a few steps most are seen to go where many others went. */
export function length(g: Ground): number {
  let n = SHORTEST;
  while (g.stream.below(2) === 0) n *= 2;
  return n + 4 * g.space.axes.length;
}
const SHORTEST = 32;

interface Walk {
  readonly shape: Shape;
  sigma: number;
  /** Steps shorter than this change nothing on a grid. */
  readonly least: number;
  success: number;
  stale: number;
}

const TARGET = 2 / 11;

/** One step: mutate, rate, learn. `z` is room for the new place. */
export function step(stream: Stream, climb: Climb, walk: Walk, rate: Rate, z: Float64Array): void {
  const d = z.length;
  const move = walk.shape.sample(stream);
  for (let i = 0; i < d; i++) z[i] = inUnit(climb.z[i]! + walk.sigma * move[i]!);
  const here = rate(z);
  if (climb.score.feasible && !here.feasible) {
    walk.shape.blocked();
    walk.stale++;
    walk.sigma *= 0.98;
    return;
  }
  const wins = better(here, climb.score);
  walk.success = (11 / 12) * walk.success + (wins ? 1 / 12 : 0);
  walk.sigma *= Math.exp((walk.success - TARGET) / ((1 + d / 2) * (1 - TARGET)));
  walk.sigma = Math.min(1, Math.max(walk.sigma, walk.least));
  if (!wins) {
    walk.stale++;
    return;
  }
  const gain = here.feasible !== climb.score.feasible || here.value < climb.score.value - 1e-12 * Math.abs(here.value);
  walk.stale = gain ? 0 : walk.stale + 1;
  walk.shape.succeeded(walk.success);
  climb.z.set(z);
  climb.score = here;
}

/** Ends are taken, not mirrored: an optimum often lies there. */
const inUnit = (z: number): number => Math.min(1, Math.max(0, z));

/** A margin that has only come close to zero by now touches it, as at a step size 0; half of the climbs look closer. */
const TOUCHING = [1e-4, 1e-12] as const;
const touching = (now: Score, first: Score, most: number): boolean =>
  now.feasible && first.feasible && now.value >= 0 && now.value < most * first.value;

const REACH = [0.3, 0.1, 0.03] as const;

function climbOnce(g: Ground): void {
  const { rate, climb } = starting(g);
  const d = climb.z.length;
  const z = new Float64Array(d);
  const sigma = REACH[g.stream.below(REACH.length)]!;
  const least = 0.4 * Math.min(...g.space.axes.map((axis) => axis.cell));
  const walk: Walk = { shape: shape(d, d <= WIDE), sigma, least, success: TARGET, stale: 0 };
  const patience = 40 + 6 * d;
  let first = climb.score;
  const end = length(g);
  const most = TOUCHING[g.stream.below(2)]!;
  for (let k = 0; k < end && g.left() && walk.sigma > 1e-10 && walk.stale < patience; k++) {
    if (touching(climb.score, first, most)) break;
    step(g.stream, climb, walk, rate, z);
    if (!first.feasible) first = climb.score;
  }
  shorten(g, climb);
  const { memory } = g;
  if (climb.score.feasible && climb.score.value < memory.value) {
    memory.place = Float64Array.from(climb.z);
    memory.value = climb.score.value;
  }
}

const LEVELS = [0.1, 0.03, 0.01, 1e-3] as const;

/** Short numbers near the end of a climb: equality is met there or nowhere. */
function shorten(g: Ground, climb: Climb): void {
  const { axes } = g.space;
  for (const level of LEVELS) {
    if (!g.left()) return;
    g.evaluate(Float64Array.from(axes, (axis, i) => snappedNumber(axis, axis.decode(climb.z[i]!), level)));
  }
}

export function evolution(g: Ground): void {
  if (g.space.axes.length === 0) g.evaluate(new Float64Array(0));
  else while (g.left()) climbOnce(g);
}
