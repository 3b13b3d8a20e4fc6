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
import { approximate } from './simple.ts';
import { type Place, pointAt, type Space, snapped } from './space.ts';

export interface Candidate {
  readonly place: Place;
  readonly point: ExactPoint;
  readonly part: number;
  /** In doubles a side was not a finite number. */
  readonly undefinedSide: boolean;
  readonly margin: number;
  readonly relative: number;
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
/** Undecided violations smaller than this, relative to the terms compared, are rounding by any experience. */
const PLAIN = 1e-7;
/** Full precision is tried this often in a block. */
const ESCALATIONS = 4;

/** The steps a failure needs; what comes later says nothing more. */
export function horizonOf(s: Space, o: FastOutcome, part: number): number {
  if (!s.open) return s.horizon;
  const step = o.unclear[part]! >= 0 ? o.unclear[part]! : o.steps[part]!;
  const { stage, run } = s.fast.parts[part]!;
  const needed = run < 0 || step < 0 ? 0 : stage === 'step' ? step + 1 : step;
  return Math.min(s.horizon, Math.max(s.least, needed));
}

const violates = (o: FastOutcome, part: number): boolean =>
  o.accepted && (o.margins[part]! < 0 || o.unclear[part]! >= 0);

export interface Trace {
  /** Float evaluations spent. */
  evaluations: number;
  /** Rigorous ones, long runs counted more. */
  certifications: number;
  escalations: number;
}

/** Decides the candidate x, an accepted place where the part fails in doubles. */
export function confirm(s: Space, x: Float64Array, part: number, rigor: Rigor, trace: Trace): Finding {
  let [before, outcome] = ['', { kind: 'artefact' } as Finding];
  for (const level of LEVELS) {
    const exact = s.axes.map((axis, i) => snapped(axis, x[i]!, level));
    const text = exact.map((q) => `${q.num}/${q.den}`).join();
    if (text === before) continue;
    before = text;
    const finding = decided(s, exact, part, level > 0, rigor, trace);
    if (finding?.kind === 'refuted' || finding?.kind === 'artefact') return finding;
    if (outcome.kind !== 'open') outcome = finding ?? outcome;
    if (finding?.kind === 'open') return generic(s, exact, part, rigor, trace) ?? finding;
  }
  return outcome;
}

/** One exact place: undefined when doubles see no violation there. */
function decided(
  s: Space,
  exact: readonly Rational[],
  part: number,
  filter: boolean,
  rigor: Rigor,
  trace: Trace,
): Finding | undefined {
  const o = s.fast.evaluate(Float64Array.from(exact, approximate), s.horizon);
  trace.evaluations++;
  if (filter && !violates(o, part)) return undefined;
  const candidate = candidateAt(s, exact, o, part);
  return candidate && decide(s, candidate, rigor, trace);
}

/**
 * What happens right beside an undecided place, where nothing holds by coincidence: a violation of open kind goes on there.
 * Undefined when it does.
 */
function generic(s: Space, exact: readonly Rational[], part: number, rigor: Rigor, trace: Trace): Finding | undefined {
  const beside = s.axes.map((axis, i) => {
    const z = axis.encode(approximate(exact[i]!));
    return axis.exact(axis.decode(z + (z > 0.5 ? -1 : 1) * (((i + 1) * 0.6180339887) % 1) * 2 ** -20));
  });
  const finding = decided(s, beside, part, true, rigor, trace);
  if (finding?.kind === 'open') return undefined;
  return finding?.kind === 'refuted' ? finding : { kind: 'artefact' };
}

function candidateAt(s: Space, exact: readonly Rational[], o: FastOutcome, part: number): Candidate | undefined {
  const horizon = horizonOf(s, o, part);
  const count = s.fast.coordinates.length + horizon * s.fast.stepCoordinates.length;
  const place = { program: s.program, horizon, coordinates: exact.slice(0, count) };
  const point = pointAt(s.fast, place);
  if (!point) return undefined;
  const undefinedSide = o.unclear[part]! >= 0;
  return { place, point, part, undefinedSide, margin: o.margins[part]!, relative: o.relative[part]! };
}

function decide(s: Space, c: Candidate, rigor: Rigor, trace: Trace): Finding {
  trace.certifications += 1 + c.place.horizon / 16;
  const first = verdictOf(s, c, rigor, Math.min(FIRST_BITS, rigor.maxBits));
  if (first.kind !== 'open') return first;
  if (c.undefinedSide || c.relative > -PLAIN) return { kind: 'artefact' };
  const last = first.reason !== 'precision' || rigor.maxBits <= FIRST_BITS;
  if (last || trace.escalations++ >= ESCALATIONS) return first;
  return verdictOf(s, c, rigor, rigor.maxBits);
}

function verdictOf(s: Space, c: Candidate, rigor: Rigor, maxBits: number): Finding {
  const v: PointVerdict = rigor.certify(s.fast.program, c.point, { maxBits });
  if (v.kind === 'refuted') return { kind: 'refuted', place: c.place, point: c.point, verdict: v };
  if (v.kind === 'holds') return { kind: 'artefact' };
  if (v.kind === 'inadmissible') return { kind: 'inadmissible', candidate: c };
  const margin = v.margins[s.fast.parts[c.part]!.conclusion];
  return excluded(margin, c.margin) ? { kind: 'artefact' } : { kind: 'open', candidate: c, reason: v.reason };
}

/** The rigorous margin lies clearly above the float one: it is not negative by that much, nor by half of it. */
function excluded(margin: Bounds | undefined, float: number): boolean {
  const low = margin?.[0];
  return low !== undefined && float < 0 && toNumber(low) > float / 2;
}
