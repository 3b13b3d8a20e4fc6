/**
 * From a violation in doubles to a verified witness, a recognised rounding artefact, or an open suspicion.
 *
 * A candidate is first replaced by the simplest rationals around it that still violate, then decided rigorously. Only
 * `certify` says refuted. Costs a dozen evaluations and a few rigorous ones; gates keep repeated artefacts rare.
 */
import type { Bounds, Certify, PointVerdict, Refuted } from '../claim/decision.ts';
import type { ExactPoint } from '../claim/point.ts';
import { toNumber } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { FastOutcome } from './fast.ts';
import { type Place, pointAt, type Space, snapped } from './space.ts';

export interface Candidate {
  readonly place: Place;
  readonly point: ExactPoint;
  readonly part: number;
  readonly margin: number;
}
export type Finding =
  | { readonly kind: 'refuted'; readonly place: Place; readonly point: ExactPoint; readonly verdict: Refuted }
  /** Rigorous arithmetic excludes what the doubles said. */
  | { readonly kind: 'artefact' }
  /** Neither confirmed nor excluded. */
  | { readonly kind: 'open'; readonly candidate: Candidate; readonly reason: string }
  /** No exact number near satisfies the assumptions. */
  | { readonly kind: 'inadmissible'; readonly candidate: Candidate };

export interface Rigor {
  readonly certify: Certify;
  readonly maxBits: number;
}

const LEVELS = [0.25, 0.1, 0.03, 0.01, 3e-3, 1e-3, 1e-4, 1e-6, 1e-8, 1e-10, 0] as const;
const FIRST_BITS = 106;

/** The steps a failure needs; what comes later says nothing more. */
export function horizonOf(s: Space, o: FastOutcome, part: number): number {
  if (!s.open) return s.horizon;
  const step = Math.max(o.steps[part]!, o.unclear[part]!);
  const { stage, run } = s.fast.parts[part]!;
  const needed = run < 0 || step < 0 ? 0 : stage === 'step' ? step + 1 : step;
  return Math.min(s.horizon, Math.max(s.least, needed));
}

const violates = (o: FastOutcome, part: number): boolean =>
  o.accepted && (o.margins[part]! < 0 || o.unclear[part]! >= 0);

export interface Trace {
  /** Float evaluations spent. */
  evaluations: number;
  certifications: number;
}

/** Decides the candidate x, an accepted place where the part fails in doubles. */
export function confirm(s: Space, x: Float64Array, part: number, rigor: Rigor, trace: Trace): Finding {
  let [before, last] = ['', undefined as Candidate | undefined];
  for (const level of LEVELS) {
    const exact = s.axes.map((axis, i) => snapped(axis, x[i]!, level));
    const text = exact.map((q) => `${q.num}/${q.den}`).join();
    if (text === before) continue;
    before = text;
    const o = s.fast.evaluate(Float64Array.from(exact, toNumber), s.horizon);
    trace.evaluations++;
    if (level > 0 && !violates(o, part)) continue;
    const candidate = candidateAt(s, exact, o, part);
    if (!candidate) continue;
    trace.certifications++;
    const finding = decide(s, candidate, rigor);
    if (finding.kind !== 'inadmissible') return finding;
    last = candidate;
  }
  return last ? { kind: 'inadmissible', candidate: last } : { kind: 'artefact' };
}

function candidateAt(s: Space, exact: readonly Rational[], o: FastOutcome, part: number): Candidate | undefined {
  const horizon = horizonOf(s, o, part);
  const count = s.fast.coordinates.length + horizon * s.fast.stepCoordinates.length;
  const place = { program: s.program, horizon, coordinates: exact.slice(0, count) };
  const point = pointAt(s.fast, place);
  return point && { place, point, part, margin: o.margins[part]! };
}

function decide(s: Space, c: Candidate, rigor: Rigor): Finding {
  const { conclusion } = s.fast.parts[c.part]!;
  const { program } = s.fast;
  let reason = '';
  for (const maxBits of rigor.maxBits > FIRST_BITS ? [FIRST_BITS, rigor.maxBits] : [rigor.maxBits]) {
    const v: PointVerdict = rigor.certify(program, c.point, { maxBits });
    if (v.kind === 'refuted') return { kind: 'refuted', place: c.place, point: c.point, verdict: v };
    if (v.kind === 'holds') return { kind: 'artefact' };
    if (v.kind === 'inadmissible') return { kind: 'inadmissible', candidate: c };
    if (excluded(v.margins[conclusion], c.margin)) return { kind: 'artefact' };
    reason = v.reason;
    if (reason !== 'precision') break;
  }
  return { kind: 'open', candidate: c, reason };
}

/** The rigorous margin lies clearly above the float one: it is not negative by that much, nor by half of it. */
function excluded(margin: Bounds | undefined, float: number): boolean {
  const low = margin?.[0];
  return low !== undefined && float < 0 && toNumber(low) > float / 2;
}
