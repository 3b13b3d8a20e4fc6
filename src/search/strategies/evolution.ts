/**
 * Guided descent: (1+1)-CMA-ES with active constraint handling (Arnold and Hansen 2012) and restarts, in the unit cube.
 *
 * Outside the assumptions it climbs their slack; inside it descends the margin of one part of the conclusions (absolute or
 * relative), the least of all, or a guide of the author, and shrinks its steps towards assumptions it keeps hitting.
 * O(d²) a step; beyond WIDE coordinates the shape of the steps is not learnt.
 */
import type { Stream } from '../random.ts';
import { better, type Climb, climbs, inUnit, type Rate, type SetOut } from './climb.ts';
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

/** A climb by evolution. */
export const evolving: SetOut = (g, rate, climb, sigma) => {
  const d = climb.z.length;
  const z = new Float64Array(d);
  const least = 0.4 * Math.min(...g.space.axes.map((axis) => axis.cell));
  const walk: Walk = { shape: shape(d, d <= WIDE), sigma, least, success: TARGET, stale: 0 };
  const patience = 40 + 6 * d;
  const more = (): boolean => g.left() && walk.sigma > 1e-10 && walk.stale < patience;
  const advance = (steps: number): boolean => {
    for (let k = 0; k < steps && more(); k++) step(g.stream, climb, walk, rate, z);
    return more();
  };
  return { climb, advance };
};

export const evolution = climbs(evolving);
