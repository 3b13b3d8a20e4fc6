/**
 * Guided descent by line searches: along coordinates, several of one domain together, and what the last round has gained.
 *
 * After Hooke and Jeeves 1961: lengths that double while they pay and shrink where they do not, one length a direction,
 * a step of a parabola's where three points hold a minimum, and steps to where a straight margin would vanish. Few
 * evaluations where margins are smooth; a round costs one or two a direction. Objectives and edges as in climb.ts.
 */
import type { Ground } from '../ground.ts';
import { type Climb, climbs, inUnit, type Rate, type Score, type SetOut } from './climb.ts';

/** A direction in the unit cube and how far to go next. */
interface Line {
  readonly move: Float64Array;
  step: number;
}

interface Slide {
  readonly climb: Climb;
  readonly rate: Rate;
  readonly left: () => boolean;
  readonly z: Float64Array;
}

const LONGEST = 1;
const SHORTEST = 1e-10;
const LESS = 0.25;

/** The score at a distance along the line; the place is left in s.z. */
function look(s: Slide, from: Float64Array, { move }: Line, t: number): Score {
  for (let i = 0; i < from.length; i++) s.z[i] = inUnit(from[i]! + t * move[i]!);
  return s.rate(s.z);
}

function take(s: Slide, here: Score): void {
  s.climb.z.set(s.z);
  s.climb.score = here;
}

const strictly = (a: Score, b: Score): boolean => (a.feasible === b.feasible ? a.value < b.value : a.feasible);

/** On, twice as far each time or to where the margin would vanish, as long as it pays. */
function onwards(s: Slide, line: Line, from: Float64Array, first: Score, length: number): void {
  let [at, before, last] = [length, s.climb.score, first];
  take(s, first);
  while (s.left() && Math.abs(at) < LONGEST) {
    const slope = before.feasible === last.feasible ? (before.value - last.value) / Math.abs(length) : 0;
    const zero = slope > 0 ? (1.2 * last.value) / slope : 0;
    const further = Math.min(Math.max(Math.abs(at), Math.min(zero, 8 * Math.abs(at))), 2);
    const t = at + Math.sign(at) * further;
    const here = look(s, from, line, t);
    if (!strictly(here, last)) break;
    take(s, here);
    [before, last, length, at] = [last, here, further, t];
  }
  line.step = Math.min(LONGEST, Math.abs(at));
}

/** The minimum of a parabola through three admissible scores at −h, 0, h; NaN where there is none. */
function vertex(left: Score, middle: Score, right: Score, h: number): number {
  if (!left.feasible || !right.feasible || !middle.feasible) return NaN;
  const curve = left.value - 2 * middle.value + right.value;
  return curve > 0 ? (h * (left.value - right.value)) / (2 * curve) : NaN;
}

/** One line search; true where it has gained. */
function along(s: Slide, line: Line): boolean {
  const from = Float64Array.from(s.climb.z);
  const begin = s.climb.score;
  const ahead = look(s, from, line, line.step);
  if (strictly(ahead, begin)) {
    onwards(s, line, from, ahead, line.step);
    return true;
  }
  if (!s.left()) return false;
  const back = look(s, from, line, -line.step);
  if (strictly(back, begin)) {
    onwards(s, line, from, back, -line.step);
    return true;
  }
  const t = vertex(back, begin, ahead, line.step);
  line.step *= LESS;
  if (!s.left() || !Number.isFinite(t) || Math.abs(t) < SHORTEST) return false;
  const here = look(s, from, line, t);
  if (!strictly(here, begin)) return false;
  take(s, here);
  line.step = Math.max(line.step, Math.min(1, 2 * Math.abs(t)));
  return true;
}

/** Coordinates, and those of one domain together. */
function lines(g: Ground, reach: number): Line[] {
  const { axes } = g.space;
  const line = (of: (i: number) => number): Line => ({ move: Float64Array.from(axes, (_, i) => of(i)), step: reach });
  const list = axes.map((axis, j) => {
    const made = line((i) => (i === j ? 1 : 0));
    made.step = Math.max(reach, 1.01 * axis.cell);
    return made;
  });
  const domains = new Set(axes.map((axis) => axis.of));
  if (domains.size < axes.length) for (const of of domains) list.push(line((i) => (axes[i]!.of === of ? 1 : 0)));
  return list;
}

/** Puts a list in random order. */
function shuffle<T>(g: Ground, list: T[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = g.stream.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** What the last round has gained, once more. */
function again(s: Slide, from: Float64Array): void {
  const move = Float64Array.from(from, (z, i) => s.climb.z[i]! - z);
  if (move.length > 1 && s.left() && move.some((x) => x !== 0)) along(s, { move, step: 1 });
}

/** A climb by line searches. */
export const sliding: SetOut = (g, rate, climb, reach) => {
  let [spent, end] = [0, 0];
  const counted: Rate = (z) => {
    spent++;
    return rate(z);
  };
  const s: Slide = { climb, rate: counted, left: g.left, z: new Float64Array(climb.z.length) };
  const all = lines(g, reach);
  let from = Float64Array.from(climb.z);
  let next = all.length;
  const more = (): boolean => g.left() && all.some((line) => line.step > SHORTEST);
  const advance = (steps: number): boolean => {
    end += steps;
    while (spent < end && more()) {
      if (next >= all.length) {
        again(s, from);
        shuffle(g, all);
        [next, from] = [0, Float64Array.from(climb.z)];
      }
      const line = all[next++]!;
      if (line.step > SHORTEST && s.left()) along(s, line);
    }
    return more();
  };
  return { climb, advance };
};

export const slide = climbs(sliding);
