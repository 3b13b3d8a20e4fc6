/**
 * Guided descent: (1+1)-CMA-ES with active constraint handling (Arnold and Hansen 2012) and restarts, in the unit cube.
 *
 * Outside the assumptions it climbs their slack; inside it descends the margin of one part of the conclusions (absolute or
 * relative), the least of all, or a guide of the author, and shrinks its steps towards assumptions it keeps hitting.
 * O(d²) a step; beyond WIDE coordinates the shape of the steps is not learnt.
 */
import type { FastOutcome } from '../fast.ts';
import type { Ground } from '../ground.ts';
import { decode, draw } from '../space.ts';
import { type Shape, shape } from './shape.ts';

const WIDE = 48;

export type Objective = (o: FastOutcome) => number;

/** One of the things that may be made small. */
export function objective(g: Ground): Objective {
  const { parts } = g.space.fast;
  const { stream } = g;
  const guides = g.space.fast.program.guide.outputs.length;
  if (guides > 0 && stream.below(2) === 0) {
    const i = stream.below(guides);
    return (o) => o.guide[i]!;
  }
  const part = parts.length > 1 && stream.below(3) > 0 ? stream.below(parts.length) : -1;
  const relative = stream.below(3) > 0;
  if (part >= 0 && g.alive(part)) return (o) => (relative ? o.relative : o.margins)[part]!;
  return (o) => leastOf(relative ? o.relative : o.margins, g.alive);
}

function leastOf(margins: Float64Array, alive: (part: number) => boolean): number {
  let m = Infinity;
  for (let i = 0; i < margins.length; i++) if (margins[i]! < m && alive(i)) m = margins[i]!;
  return m;
}

/** Feasible before infeasible, then small before large. */
export interface Score {
  readonly feasible: boolean;
  readonly value: number;
}
export function score(o: FastOutcome, of: Objective): Score {
  if (!o.accepted) return { feasible: false, value: Number.isNaN(o.slack) ? Infinity : -o.slack };
  const value = of(o);
  return { feasible: true, value: Number.isNaN(value) ? Infinity : value };
}
export const better = (a: Score, b: Score): boolean => (a.feasible === b.feasible ? a.value <= b.value : a.feasible);

export interface Climb {
  readonly z: Float64Array;
  score: Score;
}

/** The best of a few random places, or the best place known. */
function beginning(g: Ground, of: Objective): Climb {
  const d = g.space.axes.length;
  const [z, x] = [new Float64Array(d), new Float64Array(d)];
  const { place } = g.memory;
  if (place && g.stream.below(3) === 0)
    return { z: Float64Array.from(place), score: score(g.evaluate(decode(g.space, place, x)), of) };
  let best: Climb | undefined;
  for (let k = 0; k < 6 + d && g.left(); k++) {
    const here = score(g.evaluate(decode(g.space, draw(g.space, g.stream, z), x)), of);
    if (!best || better(here, best.score)) best = { z: Float64Array.from(z), score: here };
  }
  return best ?? { z, score: { feasible: false, value: Infinity } };
}

interface Walk {
  readonly shape: Shape;
  sigma: number;
  success: number;
  stale: number;
}

const TARGET = 2 / 11;

/** One step: mutate, evaluate, learn. */
export function step(g: Ground, climb: Climb, walk: Walk, of: Objective, z: Float64Array, x: Float64Array): void {
  const d = z.length;
  const move = walk.shape.sample(g.stream);
  for (let i = 0; i < d; i++) z[i] = reflect(climb.z[i]! + walk.sigma * move[i]!);
  const here = score(g.evaluate(decode(g.space, z, x)), of);
  if (climb.score.feasible && !here.feasible) {
    walk.shape.blocked();
    walk.stale++;
    walk.sigma *= 0.98;
    return;
  }
  const wins = better(here, climb.score);
  walk.success = (11 / 12) * walk.success + (wins ? 1 / 12 : 0);
  walk.sigma *= Math.exp((walk.success - TARGET) / ((1 + d / 2) * (1 - TARGET)));
  walk.sigma = Math.min(walk.sigma, 1);
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
const reflect = (z: number): number => Math.min(1, Math.max(0, z));

function climbOnce(g: Ground): void {
  const of = objective(g);
  const climb = beginning(g, of);
  const d = climb.z.length;
  const [z, x] = [new Float64Array(d), new Float64Array(d)];
  const walk: Walk = { shape: shape(d, d <= WIDE), sigma: 0.3, success: TARGET, stale: 0 };
  while (g.left() && walk.sigma > 1e-10 && walk.stale < 60 + 12 * d) step(g, climb, walk, of, z, x);
  const { memory } = g;
  if (climb.score.feasible && climb.score.value < memory.value) {
    memory.place = Float64Array.from(climb.z);
    memory.value = climb.score.value;
  }
}

export function evolution(g: Ground): void {
  if (g.space.axes.length === 0) {
    g.evaluate(new Float64Array(0));
    return;
  }
  while (g.left()) climbOnce(g);
}
