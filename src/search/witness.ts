/**
 * Verified places: tries a place in doubles first, then rigorously; what shrinking and the boundary search are made of.
 *
 * Nothing counts unless `certify` says refuted. Budgets count evaluations and failed certifications.
 */
import type { Certify, Refuted } from '../claim/decision.ts';
import type { ExactPoint } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import * as Q from '../number/rational.ts';
import type { Found } from './block.ts';
import type { FastInstance, FastOutcome } from './fast.ts';
import { approximate, pointCost } from './simple.ts';
import { fastOf, type Place, pointAt } from './space.ts';

export interface Witness {
  readonly place: Place;
  readonly point: ExactPoint;
  readonly verdict: Refuted;
  readonly cost: number;
}

export interface Lab {
  readonly programs: readonly Program[];
  readonly certify: Certify;
  /** The relative violation asked for: large enough to be plain. */
  readonly clear: number;
  /** Evaluations and failed certifications that are left. */
  evaluations: number;
  failures: number;
}

/** The worst relative margin; −∞ where a side is not a number. */
export function violation(o: FastOutcome): number {
  let worst = Infinity;
  if (!o.accepted) return worst;
  for (let i = 0; i < o.relative.length; i++) {
    if (o.unclear[i]! >= 0) return -Infinity;
    if (o.margins[i]! < 0 && o.relative[i]! < worst) worst = o.relative[i]!;
  }
  return worst;
}

const numbers = (place: Place): Float64Array => Float64Array.from(place.coordinates, approximate);

export const outcomeAt = (lab: Lab, place: Place): FastOutcome =>
  fastOf(lab.programs[place.program]!).evaluate(numbers(place), place.horizon);

/** A witness at the place, when there is one with a clear margin. */
export function witnessAt(lab: Lab, place: Place): Witness | undefined {
  if (lab.evaluations-- <= 0 || lab.failures <= 0) return undefined;
  if (violation(outcomeAt(lab, place)) > -lab.clear) return undefined;
  return verified(lab, place);
}

/** A witness at the place, whatever doubles say. */
export function verified(lab: Lab, place: Place): Witness | undefined {
  const program = lab.programs[place.program]!;
  const point = pointAt(fastOf(program), place);
  const verdict = point ? lab.certify(program, point, { maxBits: 424 }) : undefined;
  if (point && verdict?.kind === 'refuted') return { place, point, verdict, cost: pointCost(place.coordinates) };
  lab.failures--;
  return undefined;
}

/** The free coordinates of a point; undefined for domains whose points do not show them. */
export function placeOf(programs: readonly Program[], f: Found): Place | undefined {
  if (f.place) return f.place;
  const { instance } = programs[f.program]!;
  const plain = [...instance.reals, ...instance.inputs].every((d) => d.domain.form === 'entries');
  const coordinates = [...f.point.params, ...f.point.inputs.flat()];
  return plain ? { program: f.program, horizon: f.point.horizon, coordinates } : undefined;
}

export const foundAt = (w: Witness, strategy: string, before: Found): Found => ({
  program: w.place.program,
  point: w.point,
  verdict: w.verdict,
  strategy,
  evaluations: before.evaluations,
  block: before.block,
  place: w.place,
});

/** Evaluations that cost about as much as `work` instructions of a tape. */
export function affordable(fast: FastInstance, horizon: number, work: number): number {
  const { program } = fast;
  const steps = program.runs.reduce((n, r) => n + r.step.code.length + r.body.code.length, 0);
  const flow = program.runs.some((r) => r.node.kind === 'flow') ? 300 : 1;
  return Math.ceil(work / (50 + program.top.code.length + flow * steps * Math.max(1, horizon)));
}

export const samePlace = (a: Place, b: Place): boolean =>
  a.program === b.program && a.horizon === b.horizon && a.coordinates.every((q, i) => Q.equal(q, b.coordinates[i]!));
