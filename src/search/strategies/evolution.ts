/**
 * Guided descent: (1+1)-CMA-ES with active constraint handling (Arnold and Hansen 2012) and restarts, in the unit cube.
 *
 * Outside the assumptions it climbs their slack; inside it descends the margin of one part of the conclusions (absolute or
 * relative), the least of all, or a guide of the author, and shrinks its steps towards assumptions it keeps hitting.
 * O(d²) a step; beyond WIDE coordinates the shape of the steps is not learnt.
 */
import type { Ground } from '../ground.ts';
import type { Stream } from '../random.ts';
import {
  better,
  type Climb,
  inUnit,
  length,
  type Rate,
  remember,
  shorten,
  starting,
  TOUCHING,
  touching,
} from './climb.ts';
import { type Shape, shape } from './shape.ts';

const WIDE = 48;

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
  remember(g, climb);
}

export function evolution(g: Ground): void {
  if (g.space.axes.length === 0) g.evaluate(new Float64Array(0));
  else while (g.left()) climbOnce(g);
}
