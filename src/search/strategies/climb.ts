/**
 * What all guided strategies share: what a climb makes small, how places are scored, where climbs begin and how long they are.
 *
 * Outside the assumptions a climb raises their slack; inside it lowers the margin of one part of the conclusions (absolute or
 * relative), the least of all, or a guide of the author.
 */
import type { FastOutcome } from '../fast.ts';
import type { Ground } from '../ground.ts';
import { decode, draw, snappedNumber } from '../space.ts';

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

/** A rate, and whether it can be made stricter when a climb has come to its end. */
interface Goal {
  readonly rate: Rate;
  readonly closer: () => boolean;
}

const plainGoal = (g: Ground, by: Objective): Goal => {
  const x = new Float64Array(g.space.axes.length);
  return { rate: (z) => score(g.evaluate(decode(g.space, z, x)), by), closer: () => false };
};

/**
 * False claims mostly fail where an assumption is tight, and margins also touch zero where nothing happens (a step size
 * near 0). So one coordinate is solved for: by secant steps it puts an assumption to between 0 and `most`.
 * A climb that has come to its end there goes on closer to the edge.
 */
function edgeGoal(g: Ground, by: Objective, which: number, first: number): Goal {
  const x = new Float64Array(g.space.axes.length);
  const j = g.stream.below(x.length);
  let most = first;
  const slack = (o: FastOutcome): number => (o.accepted ? Math.min(0, most - o.slacks[which]!) : o.slack - 1);
  let slope = NaN;
  const rate: Rate = (z) => {
    let o = g.evaluate(decode(g.space, z, x));
    for (let k = 0; k < SECANTS && g.left(); k++) {
      const [before, here] = [z[j]!, o.slacks[which]!];
      if (!Number.isFinite(here) || (here >= 0 && here <= most)) break;
      const shift = Number.isFinite(slope) && slope !== 0 ? (most / 2 - here) / slope : before > 0.5 ? -0.05 : 0.05;
      z[j] = inUnit(before + Math.min(0.5, Math.max(-0.5, shift)));
      if (z[j] === before) break;
      o = g.evaluate(decode(g.space, z, x));
      slope = (o.slacks[which]! - here) / (z[j]! - before);
    }
    return score(o, { of: by.of, slack });
  };
  const closer = (): boolean => {
    most *= CLOSER;
    return most > CLOSEST;
  };
  return { rate, closer };
}
const SECANTS = 12;
const CLOSER = 0.01;
const CLOSEST = 1e-13;

/** Two climbs of three go along the edge of an assumption, where there is one. */
function goal(g: Ground): Goal {
  const by = objective(g);
  const { assumptions } = g.space.fast;
  if (assumptions === 0 || g.stream.below(3) === 0) return plainGoal(g, by);
  return edgeGoal(g, by, g.stream.below(assumptions), NEARLY[g.stream.below(NEARLY.length)]!);
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
export function starting(g: Ground): Goal & { readonly climb: Climb } {
  const { rate, closer } = goal(g);
  return { rate, closer, climb: beginning(g, rate) };
}

/** The best place of a space is kept. */
export function remember({ memory }: Ground, { z, score: { feasible, value } }: Climb): void {
  if (!feasible || !(value < memory.value)) return;
  memory.place = Float64Array.from(z);
  memory.value = value;
}

/** Most climbs are short, some are long: after a few steps most are seen to go where many others went. */
export function length(g: Ground): number {
  let n = SHORTEST;
  while (g.stream.below(2) === 0) n *= 2;
  return n + 4 * g.space.axes.length;
}
const SHORTEST = 32;

/** Ends are taken, not mirrored: an optimum often lies there. */
export const inUnit = (z: number): number => Math.min(1, Math.max(0, z));

/** A margin that has only come close to zero by now touches it, as at a step size 0; half of the climbs look closer. */
export const TOUCHING = [1e-4, 1e-12] as const;
export const touching = (now: Score, first: Score, most: number): boolean =>
  now.feasible && first.feasible && now.value >= 0 && now.value < most * first.value;

const LEVELS = [0.1, 0.03, 0.01, 1e-3] as const;

/** Short numbers near the end of a climb: equality is met there or nowhere. */
export function shorten(g: Ground, climb: Climb): void {
  const { axes } = g.space;
  for (const level of LEVELS) {
    if (!g.left()) return;
    g.evaluate(Float64Array.from(axes, (axis, i) => snappedNumber(axis, axis.decode(climb.z[i]!), level)));
  }
}
