/**
 * The witness nearest the boundary: an estimate of where the claim begins to fail.
 *
 * With assumptions, the violation that leaves them the most slack (how far they could be strengthened and still fail);
 * without, the smallest violation. Verified by `certify` like every other witness. Some thousand evaluations.
 */

import type { Certify } from '../claim/decision.ts';
import type { Judge, Program } from '../claim/program.ts';
import type { Found } from './block.ts';
import type { FastOutcome } from './fast.ts';
import type { Ground } from './ground.ts';
import { stream } from './random.ts';
import { approximate } from './simple.ts';
import { decode, type Place, type Space, snapped, spaceOf } from './space.ts';
import { type Climb, type Objective, type Score, score } from './strategies/climb.ts';
import { step } from './strategies/evolution.ts';
import { shape } from './strategies/shape.ts';
import { affordable, foundAt, type Lab, placeOf, verified, violation } from './witness.ts';

/** Violations below this are too close to rounding to be worth verifying. */
const LEAST = 1e-9;
const WORK = 4e6;
const CLIMBS = 3;

/** What is made small: minus the slack, or the violation itself. */
const target = (o: FastOutcome): number => (Number.isFinite(o.slack) ? -o.slack : -violation(o));
const inViolation: Objective = { of: target, slack: (o) => (o.accepted ? 0 : -1) };

/** Points without a violation count as outside. */
function ground(s: Space, seed: number, evaluations: number): Ground {
  let left = evaluations;
  const evaluate = (x: Float64Array): FastOutcome => {
    left--;
    const o = s.fast.evaluate(x, s.horizon);
    const v = violation(o);
    o.accepted = v <= -LEAST && Number.isFinite(v);
    return o;
  };
  const memory = { place: undefined, value: Infinity, missed: new Int32Array(s.fast.assumptions) };
  const key = { hash: 'boundary', seed, block: 0 };
  return { space: s, stream: stream(key), block: 0, left: () => left > 0, evaluate, memory, alive: () => true };
}

/** Climbs from a place in the unit cube, staying in the violation. */
function climbed(g: Ground, from: Float64Array): Climb | undefined {
  const d = from.length;
  const x = new Float64Array(d);
  const rate = (z: Float64Array): Score => score(g.evaluate(decode(g.space, z, x)), inViolation);
  const climb = { z: Float64Array.from(from), score: rate(from) };
  if (!climb.score.feasible) return undefined;
  const walk = { shape: shape(d, d <= 48), sigma: 0.05, least: 0, success: 2 / 11, stale: 0 };
  const z = new Float64Array(d);
  while (g.left() && walk.sigma > 1e-12 && walk.stale < 100 + 20 * d) step(g.stream, climb, walk, rate, z);
  return climb;
}

/** The best of a few climbs. */
function deepest(s: Space, start: Place): Climb | undefined {
  const from = Float64Array.from(s.axes, (axis, i) => axis.encode(approximate(start.coordinates[i]!)));
  const evaluations = Math.min(4000, affordable(s.fast, s.horizon, WORK));
  let best: Climb | undefined;
  for (let k = 0; k < CLIMBS && s.axes.length > 0; k++) {
    const climb = climbed(ground(s, k, evaluations), best?.z ?? from);
    if (climb && (!best || climb.score.value < best.score.value)) best = climb;
  }
  return best;
}

const LEVELS = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10, 0];

/** The shortest exact numbers that lose little of what was reached. */
function exactPlace(lab: Lab, s: Space, climb: Climb, start: Place): ReturnType<typeof verified> {
  const x = decode(s, climb.z, new Float64Array(climb.z.length));
  const reached = climb.score.value;
  for (const level of LEVELS) {
    const coordinates = s.axes.map((axis, i) => snapped(axis, x[i]!, level));
    const o = s.fast.evaluate(Float64Array.from(coordinates, approximate), s.horizon);
    const fails = violation(o) < 0;
    if (!fails || target(o) > reached + Math.max(1e-7, 1e-3 * Math.abs(reached))) continue;
    const w = verified(lab, { ...start, coordinates });
    if (w) return w;
  }
  return undefined;
}

/** Whether the failing conclusion compares by order: an equation that fails has no boundary of its own. */
function ordered(programs: readonly Program[], f: Found): boolean {
  const has = (j: Judge): boolean =>
    j.kind === 'atom' ? j.relation !== '=' : j.kind === 'always' ? has(j.body) : j.parts.some(has);
  return has(programs[f.program]!.conclude[f.verdict.conclusion]!);
}

/** The verified witness nearest the boundary that was found; the given one when none is nearer. */
export function boundary(programs: readonly Program[], found: Found, certify: Certify): Found {
  const start = placeOf(programs, found);
  if (!start || found.verdict.said.undefinedSide || !ordered(programs, found)) return found;
  const lab: Lab = { programs, certify, clear: LEAST, evaluations: 100, failures: 20 };
  const s = spaceOf(start.program, programs[start.program]!, start.horizon);
  const climb = deepest(s, start);
  const w = climb && exactPlace(lab, s, climb, start);
  return w ? foundAt(w, found.strategy, found) : found;
}
