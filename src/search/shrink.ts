/**
 * From a verified witness to the simplest one: fewest dimensions, fewest steps, then the shortest numbers, jointly.
 *
 * Cost: see simple.ts. Every accepted step is verified again by `certify`. Deterministic; the enumeration in the order of
 * cost makes the result the same for every seed where it finishes. Some hundred thousand cheap evaluations at most.
 */

import type { Certify } from '../claim/decision.ts';
import type { Program } from '../claim/program.ts';
import * as Q from '../number/rational.ts';
import { shrunkPlace } from './arbitraries.ts';
import { type Found, runBlock } from './block.ts';
import { enumerated } from './enumerate.ts';
import { approximate } from './simple.ts';
import { axisOf, fastOf, horizons, type Place } from './space.ts';
import { foundAt, type Lab, outcomeAt, placeOf, verified, violation, type Witness, witnessAt } from './witness.ts';

export { boundary } from './boundary.ts';

type Rational = Q.Rational;

const CLEAR = 1e-6;
const WORK = 2e7;
const PROBE = 2048;
const PROBES = 12;

function laboratory(programs: readonly Program[], certify: Certify, from: Place): Lab {
  const lab = { programs, certify, clear: 0, evaluations: 400_000, failures: 400 };
  const here = violation(outcomeAt(lab, from));
  return { ...lab, clear: Number.isFinite(here) ? Math.min(CLEAR, Math.abs(here) / 2) : CLEAR };
}

/** A witness at smaller sizes: a short search of its own in each of the smallest ones. */
function smaller(lab: Lab, f: Found): Found {
  const before = lab.programs.slice(0, f.program);
  for (const [program, p] of before.slice(0, PROBES).entries()) {
    const input = { id: 'shrink', hash: 'shrink', programs: [p] };
    const { found } = runBlock(input, 0, 0, { certify: lab.certify, budget: PROBE, maxBits: 212 });
    if (found?.place) return { ...f, ...found, program, place: { ...found.place, program }, strategy: f.strategy };
  }
  return f;
}

/** Fewer steps, by enumeration at every shorter horizon. */
function shorter(lab: Lab, place: Place): Witness | undefined {
  const p = lab.programs[place.program]!;
  const fewer = horizons(p).length > 1 ? [0, ...horizons(p)].filter((h) => h < place.horizon) : [];
  for (const h of fewer) {
    const w = enumerated(lab, place.program, h, Infinity, WORK / 8);
    if (w) return w;
  }
  return undefined;
}

const with_ = (place: Place, coordinates: readonly Rational[]): Place => ({ ...place, coordinates });

/** Joint moves: equal values, ends, common denominators. */
function* jointMoves(lab: Lab, { place }: Witness): Generator<readonly Rational[]> {
  const x = place.coordinates;
  const fast = fastOf(lab.programs[place.program]!);
  const { coordinates: of, stepCoordinates } = fast;
  const axis = (i: number): ReturnType<typeof axisOf> =>
    axisOf(i < of.length ? of[i]! : stepCoordinates[(i - of.length) % stepCoordinates.length]!);
  for (const q of new Set(x))
    for (const tolerance of [0.5, 0.1, 0.02])
      yield x.map((r) => (Math.abs(approximate(Q.sub(Q.abs(r), Q.abs(q)))) <= tolerance ? signed(q, r) : r));
  for (const den of [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20])
    yield x.map((r, i) => (axis(i).of.step ? r : nearest(r, den)));
  for (let i = 0; i < x.length; i++) {
    for (const q of axis(i).short().slice(0, 24)) yield x.map((r, k) => (k === i ? q : r));
    for (let j = 0; j < x.length; j++) if (j !== i) yield x.map((r, k) => (k === i ? x[j]! : r));
  }
}
const signed = (q: Rational, like: Rational): Rational => (Q.sign(q) * Q.sign(like) < 0 ? Q.neg(q) : q);
const nearest = (q: Rational, den: number): Rational => Q.rational(Math.round(approximate(q) * den), den);

/** Cheaper and cheaper neighbours until none is left. */
function descended(lab: Lab, start: Witness): Witness {
  let best = start;
  for (let round = 0; round < 8; round++) {
    const before = best.cost;
    best = coordinatewise(lab, best);
    for (const move of jointMoves(lab, best)) {
      const w = witnessAt(lab, with_(best.place, move));
      if (w && w.cost < best.cost) best = w;
    }
    if (best.cost >= before) break;
  }
  return best;
}

/** fast-check's own shrinking, one coordinate after the other. */
function coordinatewise(lab: Lab, w: Witness): Witness {
  const fast = fastOf(lab.programs[w.place.program]!);
  const steps = fast.stepCoordinates.length > 0 ? w.place.horizon : 0;
  const of = [...fast.coordinates, ...Array.from({ length: steps }, () => fast.stepCoordinates).flat()];
  const end = shrunkPlace(of, w.place.coordinates, (x) => witnessAt(lab, with_(w.place, x)) !== undefined);
  const shrunk = witnessAt(lab, with_(w.place, end));
  return shrunk && shrunk.cost < w.cost ? shrunk : w;
}

/** The simplest verified witness that was found. Never worse than the given one; gives it back when nothing helps. */
export function simplest(programs: readonly Program[], found: Found, certify: Certify): Found {
  const start = placeOf(programs, found);
  if (!start) return found;
  const lab = laboratory(programs, certify, start);
  const small = smaller(lab, found);
  const place = placeOf(programs, small)!;
  const given = shorter(lab, place) ?? verified(lab, place);
  if (!given) return found;
  const { program, horizon } = given.place;
  const canonical = enumerated(lab, program, horizon, given.cost + 1, WORK);
  const best = descended(lab, canonical ?? given);
  return foundAt(best, found.strategy, found);
}
