/**
 * Guided search in few coordinates at a time: steps of every length, short values, entries made equal; with restarts.
 *
 * A (1+1) strategy with log-uniform step lengths: nothing is learnt about scale or shape, so grids, kinks of min and max,
 * products with many zeros and needles are all the same to it. The complement of evolution.ts, with its objectives.
 */
import type { Ground } from '../ground.ts';
import { better, climbs, type SetOut } from './climb.ts';

/** Step lengths in the unit cube. */
const LONGEST = 0.5;
const OCTAVES = 24;

function moved(g: Ground, from: Float64Array, z: Float64Array): void {
  const { stream } = g;
  const d = z.length;
  z.set(from);
  const kind = stream.below(8);
  const count = kind < 5 ? 1 : kind < 7 ? Math.min(2, d) : d;
  const far = LONGEST * 2 ** (-OCTAVES * stream.double() ** 2);
  for (let k = 0; k < count; k++) {
    const i = count === d ? k : stream.below(d);
    z[i] = entry(g, z, i, far);
  }
}

function entry(g: Ground, z: Float64Array, i: number, far: number): number {
  const { stream, space } = g;
  const axis = space.axes[i]!;
  const kind = stream.below(16);
  if (kind === 0) {
    const short = axis.shortNumbers();
    return axis.encode(short[Math.floor(short.length * stream.double() ** 2)]!);
  }
  const other = stream.below(z.length);
  if (kind === 1 && space.axes[other]!.of === axis.of) return z[other]!;
  if (kind === 2) return stream.double();
  const step = Math.max(far * Math.abs(stream.normal()), axis.cell);
  return Math.min(1, Math.max(0, z[i]! + (stream.below(2) === 0 ? step : -step)));
}

/** A climb by steps of every length; the reach says nothing here. */
export const patterned: SetOut = (g, rate, climb) => {
  const z = new Float64Array(climb.z.length);
  const patience = 100 + 20 * z.length;
  let stale = 0;
  const more = (): boolean => g.left() && stale < patience;
  const advance = (steps: number): boolean => {
    for (let k = 0; k < 2 * steps && more(); k++) {
      moved(g, climb.z, z);
      const here = rate(z);
      stale++;
      if (!better(here, climb.score)) continue;
      if (here.feasible !== climb.score.feasible || here.value < climb.score.value) stale = 0;
      climb.z.set(z);
      climb.score = here;
    }
    return more();
  };
  return { climb, advance };
};

export const pattern = climbs(patterned);
