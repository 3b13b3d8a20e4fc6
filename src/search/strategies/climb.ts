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
  /** What must be ≥ 0: the assumptions, and on an edge that one of them is nearly tight. */
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
  const relative = stream.below(2) > 0;
  if (part >= 0 && g.alive(part)) return (o) => sound((relative ? o.relative : o.margins)[part]!);
  return (o) => leastOf(relative ? o.relative : o.margins, g.alive);
}

/** How near an edge climbs begin. Failures may be as thin as a hypothesis is near a sharp one: they go on closer. */
const NEARLY = [0.05, 0.02, 0.005, 1e-3] as const;

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
  /** Along the edge of an assumption. */
  readonly edge: boolean;
}

const plainGoal = (g: Ground, by: Objective): Goal => {
  const x = new Float64Array(g.space.axes.length);
  return { rate: (z) => score(g.evaluate(decode(g.space, z, x)), by), closer: () => false, edge: false };
};

/** Moves a coordinate j by secant steps so that an assumption has between 0 and `most` slack. */
interface Edge {
  readonly which: number;
  j: number;
  /** Of the slack along j, at the last place; 0: j has no influence. */
  slope: number;
  most: number;
}

function putOn(g: Ground, e: Edge, z: Float64Array, x: Float64Array): FastOutcome {
  let o = g.evaluate(decode(g.space, z, x));
  for (let k = 0; k < SECANTS && g.left(); k++) {
    const [before, here] = [z[e.j]!, o.slacks[e.which]!];
    if (!Number.isFinite(here) || (here >= 0 && here <= e.most)) break;
    const known = Number.isFinite(e.slope) && e.slope !== 0;
    const shift = known ? (e.most / 2 - here) / e.slope : before > 0.5 ? -0.05 : 0.05;
    z[e.j] = inUnit(before + Math.min(0.5, Math.max(-0.5, shift)));
    if (z[e.j] === before) break;
    o = g.evaluate(decode(g.space, z, x));
    e.slope = (o.slacks[e.which]! - here) / (z[e.j]! - before);
    if (e.slope === 0) break;
  }
  return o;
}
const SECANTS = 12;

/**
 * False claims mostly fail where an assumption is tight, and margins also touch zero where nothing happens (a step size
 * near 0): the climb goes along the edge of an assumption, and when it has come to its end there, closer to the edge.
 * Where no coordinate has an influence on the assumption the climb is a plain one, and the edge is not tried often again.
 */
function edgeGoal(g: Ground, by: Objective, which: number, most: number): Goal {
  const x = new Float64Array(g.space.axes.length);
  const e: Edge = { which, j: g.stream.below(x.length), slope: NaN, most };
  const { missed } = g.memory;
  const slack = (o: FastOutcome): number => (o.accepted ? Math.min(0, e.most - o.slacks[which]!) : o.slack - 1);
  let flat = 0;
  const rate: Rate = (z) => {
    if (flat > FLAT) return score(g.evaluate(decode(g.space, z, x)), by);
    const o = putOn(g, e, z, x);
    if (e.slope !== 0) missed[which] = 0;
    else if (++flat > FLAT) missed[which]!++;
    else e.j = g.stream.below(x.length);
    return score(o, { of: by.of, slack });
  };
  const closer = (): boolean => {
    e.most *= CLOSER;
    return flat <= FLAT && e.most > CLOSEST;
  };
  return { rate, closer, edge: true };
}
/** So many coordinates without influence are one too many. */
const FLAT = 2;
const CLOSER = 0.01;
const CLOSEST = 1e-13;

/** Some climbs go along the edge of an assumption, where there is one that can be reached. */
function goal(g: Ground): Goal {
  const by = objective(g);
  const { assumptions } = g.space.fast;
  if (assumptions === 0 || g.stream.double() < PLAIN) return plainGoal(g, by);
  const which = g.stream.below(assumptions);
  if (g.stream.below(1 + 2 * g.memory.missed[which]!) > 0) return plainGoal(g, by);
  return edgeGoal(g, by, which, NEARLY[g.stream.below(NEARLY.length)]!);
}
const PLAIN = 0.5;
function uniform(g: Ground, z: Float64Array): Float64Array {
  for (let i = 0; i < z.length; i++) z[i] = g.stream.double();
  return z;
}

/** A random place, the best of a few, or the best known. */
function beginning(g: Ground, rate: Rate): Climb {
  const z = new Float64Array(g.space.axes.length);
  const known = g.stream.below(6) === 0 ? g.memory.place : undefined;
  if (known) z.set(known);
  const tries = known || g.stream.below(2) === 0 ? 1 : 6 + z.length;
  const anywhere = g.stream.below(3) > 0;
  let best: Climb | undefined;
  for (let k = 0; k < tries && g.left(); k++) {
    const here = rate(known ? z : anywhere ? uniform(g, z) : draw(g.space, g.stream, z));
    if (!best || better(here, best.score)) best = { z: Float64Array.from(z), score: here };
  }
  return best ?? { z, score: { feasible: false, value: Infinity } };
}

/** The best place of a space is kept. */
function remember({ memory }: Ground, { z, score: { feasible, value } }: Climb): void {
  if (!feasible || !(value < memory.value)) return;
  memory.place = Float64Array.from(z);
  memory.value = value;
}

/** Ends are taken, not mirrored: an optimum often lies there. */
export const inUnit = (z: number): number => Math.min(1, Math.max(0, z));

/** A climb under way; `advance` takes about so many steps and says whether there is more to gain. */
export interface Way {
  readonly climb: Climb;
  readonly advance: (steps: number) => boolean;
}
/** Sets out from a place with first steps of a length. */
export type SetOut = (g: Ground, rate: Rate, climb: Climb, reach: number) => Way;

const REACH = [0.3, 0.1, 0.03] as const;
const reach = (g: Ground): number => REACH[g.stream.below(REACH.length)]!;
/** First steps of a climb that goes on closer to an edge. */
const NEAR = 0.01;

/** A margin that has only come close to zero by now touches it, as at a step size 0; half of the climbs look closer. */
const LOOKING_CLOSER = 1e-12;
const TOUCHING = [1e-4, LOOKING_CLOSER] as const;
const touch = (g: Ground): number => TOUCHING[g.stream.below(2)]!;
const touching = (now: Score, first: Score, most: number): boolean =>
  now.feasible && first.feasible && now.value >= 0 && now.value < most * first.value;

/** Goes on for so many steps, and then as long as it pays. */
function follow(g: Ground, setOut: SetOut, { rate, closer, edge }: Goal, begun: Way, steps: number): void {
  const { climb } = begun;
  const most = edge ? LOOKING_CLOSER : touch(g);
  const piece = 8 + 2 * climb.z.length;
  let way = begun;
  let first = climb.score;
  for (let k = piece; g.left(); k += piece) {
    const before = climb.score;
    const more = way.advance(piece);
    if (!first.feasible) first = climb.score;
    if (touching(climb.score, first, most)) break;
    if (more && (k < steps || pays(before, climb.score))) continue;
    if (!climb.score.feasible || !closer() || !g.left()) break;
    climb.score = rate(climb.z);
    way = setOut(g, rate, climb, NEAR);
  }
  shorten(g, climb);
  remember(g, climb);
}
const pays = (before: Score, now: Score): boolean => before.feasible !== now.feasible || now.value < 0.9 * before.value;

/** Climbs one after the other. */
export const climbs =
  (setOut: SetOut) =>
  (g: Ground): void => {
    if (g.space.axes.length === 0) g.evaluate(new Float64Array(0));
    while (g.left() && g.space.axes.length > 0) {
      const to = goal(g);
      follow(g, setOut, to, setOut(g, to.rate, beginning(g, to.rate), reach(g)), length(g));
    }
  };

/** Most climbs are short, some are long: after a few steps most are seen to go where many others went. */
function length(g: Ground): number {
  let n = SHORTEST;
  while (g.stream.below(2) === 0) n *= 2;
  return n + 3 * g.space.axes.length;
}
const SHORTEST = 24;

const LEVELS = [0.1, 0.03, 0.01, 1e-3] as const;

/** Short numbers near the end of a climb: equality is met there or nowhere. */
function shorten(g: Ground, climb: Climb): void {
  const { axes } = g.space;
  for (const level of LEVELS) {
    if (!g.left()) return;
    g.evaluate(Float64Array.from(axes, (axis, i) => snappedNumber(axis, axis.decode(climb.z[i]!), level)));
  }
}
